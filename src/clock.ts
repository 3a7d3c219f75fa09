/** Milliseconds since the process began. As `performance.now()`, without the modules that Node loads for that. */
export function now(): number {
  return process.uptime() * 1000;
}
