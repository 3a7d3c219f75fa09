import { parseArgs } from 'node:util';
import { SUBJECTS, type Subject } from './subjects.ts';
import { countedTexts, recipes, shown, textOf } from './texts.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    random: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    kilobytes: { type: 'string', default: '1024' },
  },
});

/** In characters. The first two tell what is worth doubling on. */
const FIRST = 8 << 10;
const SECOND = 32 << 10;
const LAST = Number(values.kilobytes) << 10;
/** Milliseconds. What takes less is not looked into, what takes more is not doubled again. */
const NOTICED = 12;
const ENOUGH = 1500;

/** Linear is 1. What the collector of garbage adds stays below this, and a logarithm too. */
const MOST_GROWTH = 1.3;
/** Megabytes a second, below which a text counts as slow however its time grows. */
const LEAST_SPEED = 0.3;

interface Measured {
  readonly text: string;
  readonly length: number;
  readonly milliseconds: number;
  /** The exponent of the last doublings. */
  readonly growth: number;
}

/** Of the whole process: other programs on the machine do not count. A text that is refused was read, too. */
async function timeOf({ run }: Subject, text: string): Promise<number> {
  const begin = process.cpuUsage();
  try {
    await run(text);
  } catch (error) {
    if (error instanceof RangeError && /call stack/.test(error.message)) console.log('  (stack overflow)');
  }
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

async function best(subject: Subject, text: string, runs: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) least = Math.min(least, await timeOf(subject, text));
  return least;
}

async function measure(
  subject: Subject,
  name: string,
  make: (length: number) => string,
): Promise<Measured | undefined> {
  const first = await timeOf(subject, make(FIRST));
  // Even if it grew with the square, it would not be noticed.
  if (first * (SECOND / FIRST) ** 2 < NOTICED) return undefined;
  const second = first > ENOUGH ? first : await best(subject, make(SECOND), 2);
  if (second < NOTICED) return undefined;
  const times = [
    { length: FIRST, time: first },
    { length: SECOND, time: second },
  ];
  for (let length = SECOND * 2; length <= LAST && times.at(-1)!.time < ENOUGH; length *= 2) {
    const runs = times.at(-1)!.time < 200 ? 3 : 1;
    times.push({ length, time: await best(subject, make(length), runs) });
  }
  const [from, to] = [times.at(Math.max(-3, -times.length))!, times.at(-1)!];
  const growth = Math.log(to.time / from.time) / Math.log(to.length / from.length);
  return { text: name, length: to.length, milliseconds: to.time, growth };
}

const speedOf = ({ length, milliseconds }: Measured): number => length / 1048.576 / milliseconds;
const isSlow = (one: Measured): boolean =>
  speedOf(one) < LEAST_SPEED || (one.growth > MOST_GROWTH && speedOf(one) < 2);

async function main(): Promise<void> {
  process.exitCode = 2;
  let slow = 0;
  for (const subject of SUBJECTS.filter(({ name }) => name.includes(values.only))) {
    const measured: Measured[] = [];
    const take = async (name: string, make: (length: number) => string): Promise<void> => {
      const one = await measure(subject, name, make);
      if (one) measured.push(one);
    };
    for (const recipe of recipes(Number(values.random), Number(values.seed)))
      await take(shown(recipe), (length) => textOf(recipe, length));
    for (const [name, make] of countedTexts()) await take(name, make);
    measured.sort((a, b) => speedOf(a) - speedOf(b));
    const told = [...new Set([...measured.filter(isSlow).slice(0, 12), ...measured.slice(0, 1)])];
    slow += measured.filter(isSlow).length;
    if (told.length === 0)
      console.log(`${subject.name}: no text took ${NOTICED} ms for ${SECOND} characters`);
    for (const one of told) {
      const size = `${(one.length / 1024).toFixed(0)} K in ${one.milliseconds.toFixed(0)} ms`;
      const mark = isSlow(one) ? 'SLOW ' : '';
      console.log(
        `${mark}${subject.name}: ${speedOf(one).toFixed(2)} MB/s, growth ${one.growth.toFixed(2)} (${size}) ${one.text}`,
      );
    }
  }
  console.log(`${slow} texts take more time than they should`);
  process.exitCode = slow > 0 ? 1 : 0;
}

void main();
