/**
 * What starting a process costs a worker grows with the memory that `fork` has to copy the tables of: V8 keeps its heap out
 * of that, and malloc does not. Once a worker has had a large file at hand, glibc keeps what was freed, by default in an
 * arena a thread: 180 MB, and 8 ms a start where 2 would do. With a fixed threshold what is large goes back at once
 * (mallopt(3), M_MMAP_THRESHOLD). Other libraries pass these variables over.
 */
const MALLOC = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
};

/** Before the workers start, whose library reads them once. */
export default function setMalloc(): void {
  Object.assign(process.env, MALLOC);
}

/** In a worker: what a test starts has memory as a user's tool has it. */
export function unsetMalloc(): void {
  for (const name of Object.keys(MALLOC)) delete process.env[name];
}
