/** The program's own tracemalloc speaks of the program: its lines on top, its sums, and nothing of what we record. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';

const tracing = (line: string) =>
  `import gc, tracemalloc\ntracemalloc.start()\nkept = [bytes(100) for _ in range(300)]\nfor number in range(2000):\n    ${line}\ngc.collect()\nnow = tracemalloc.get_traced_memory()\ntop = tracemalloc.take_snapshot().statistics("lineno")[0]\nprint()\nprint(top.traceback[0].filename, top.count, *now)\n`;

test("the program's own tracemalloc has its own lines on top, and its own sum", async ({ harness }) => {
  for (const watched of [['tasks'], ['memory']]) {
    const [file, count, current, peak] =
      (await harness.run(tracing('print("request", number)'), { probes: watched })).stdout
        .trim()
        .split('\n')
        .at(-1)
        ?.split(' ') ?? [];
    expect(file).toBe('/program/main.py');
    // The list itself may lie where one that was freed before tracing began has lain: then it is no block of its own.
    expect(['301', '302']).toContain(count);
    expect(Number(current)).toBeLessThan(39_000);
    // Before the collection some 3 kB of blocks may have lain free, and a line that is printed takes a moment's 1.5 kB.
    expect(Number(peak)).toBeLessThan(41_500);
  }
});

test("the program's own tracemalloc compares snapshots, and follows as many frames as it was told to", async ({
  harness,
}) => {
  const program = [
    'import tracemalloc',
    'tracemalloc.start(25)',
    'def make():',
    '    return [bytes(1000) for _ in range(100)]',
    'before = tracemalloc.take_snapshot()',
    'kept = make()',
    'after = tracemalloc.take_snapshot()',
    'grown = after.compare_to(before, "lineno")[0]',
    'print(grown.traceback[0].filename, grown.traceback[0].lineno, grown.count_diff, grown.size_diff > 100_000)',
    'chain = after.statistics("traceback")[0].traceback',
    'print([frame.lineno for frame in chain], chain.total_nframe, tracemalloc.get_traceback_limit())',
  ].join('\n');
  for (const watched of [['tasks'], ['memory']]) {
    const { stdout } = await harness.run(program, { probes: watched });
    // 100 objects and the list with its items, of which some may lie where others have lain before.
    expect(stdout).toMatch(/^\/program\/main\.py 4 10[0-4] True\n\[6, 4\] None 25\n$/);
  }
});

/** What the program asks of its own tracemalloc, and what CPython answers. */
const ASKED: Readonly<Record<string, readonly [program: string, answer: RegExp]>> = {
  'where an object was made': [
    'class Thing: pass\nbefore = Thing()\ntracemalloc.start()\nkept = Thing()\nprint(tracemalloc.get_object_traceback(kept), tracemalloc.get_object_traceback(before))',
    /^\/program\/main\.py:5 None\n$/,
  ],
  'which files have most, by a filter': [
    'tracemalloc.start()\nkept = [bytes(1000) for _ in range(50)]\nprint("some", "lines", flush=True)\nsnapshot = tracemalloc.take_snapshot()\nfor pattern in (__file__, "*codecs*", "*faultline*", "<frozen codecs>"):\n    some = snapshot.filter_traces([tracemalloc.Filter(True, pattern)])\n    print([(one.traceback[0].filename, one.count) for one in some.statistics("filename")])',
    /^some lines\n\[\('\/program\/main\.py', 5[1-4]\)\]\n\[\]\n\[\]\n\[\]\n$/,
  ],
  'what a snapshot on disk says': [
    'tracemalloc.start()\nkept = [bytes(1000) for _ in range(50)]\ntracemalloc.take_snapshot().dump("kept")\nfor number in range(500): print(end="")\ntop = tracemalloc.Snapshot.load("kept").statistics("lineno")[0]\nprint(top.count, *top.traceback.format(), sep="\\n")',
    /^5[1-4]\n {2}File "\/program\/main\.py", line 3\n {4}kept = \[bytes\(1000\) for _ in range\(50\)\]\n$/,
  ],
  'what threads keep that print': [
    'import threading\ntracemalloc.start()\nkept = []\ndef work(times):\n    for _ in range(times):\n        kept.append(bytes(1000))\n        print(end=".")\nthreads = [threading.Thread(target=work, args=(times,)) for times in (100, 200)]\nfor thread in threads: thread.start()\nfor thread in threads: thread.join()\ntop = tracemalloc.take_snapshot().statistics("lineno")[0]\nprint()\nprint(top.traceback[0].lineno, top.count)',
    /^\.{300}\n7 30[012]\n$/,
  ],
  'what tasks keep': [
    'import asyncio\ntracemalloc.start(3)\nkept = []\nasync def fill(times):\n    for _ in range(times):\n        kept.append(bytearray(1000))\n        await asyncio.sleep(0)\nasync def main(): await asyncio.gather(fill(100), fill(50))\nasyncio.run(main())\ntop = tracemalloc.take_snapshot().statistics("lineno")[0]\n# Each has two blocks: the object and its bytes.\nprint(top.traceback[0].lineno, top.count)',
    /^7 30[012]\n$/,
  ],
};

for (const [what, [program, answer]] of Object.entries(ASKED)) {
  test(`the program's own tracemalloc says ${what}`, async ({ harness }) => {
    for (const watched of [['tasks'], ['memory'], ['tasks', 'threads', 'pool']]) {
      const run = await harness.run(`import tracemalloc\n${program}`, { probes: watched });
      expect(run.end.ending).toEqual({ kind: 'finished' });
      expect(run.stdout).toMatch(answer);
    }
  });
}
