// What `npm run try -- --help` prints.

export const ASK_FOR_HELP = 'All options: npm run try -- --help';

export const HELP = `Runs a Python program in the page's own runtime and tells how it went.

  npm run try -- <file.py or folder> [options] [-- arguments of the program]
  npm run try -- - [options]                 the program comes on standard input
  npm run try -- lessons/1-asyncio           measures both sides of a lesson
  npm run try -- --stop-server               ends the server that keeps Python warm

A folder's program begins with main.py, or with --entry.

Watching
  --entry WHAT        another file, "import shop.orders" or "python -m shop.orders"
  --probes A,B        who watches: tasks, threads, pool, imports, memory; none: ""
                      (tasks, threads and pool unless you say otherwise)
  --pace real|fast    whether waits take their time (real)
  --json              one JSON object on standard output instead of words

Threads
  --model M           where threads may be switched: cpython314, before310, free-threaded (cpython314)
  --strategy S        who goes on there: realistic, round-robin, random, pct, replay; exhaustive searches (realistic)
  --seed N            another seed for what is left to chance (0)
  --schedule FILE     replays decisions: JSON, such as what --json printed
  --check "EXPR"      must hold over the globals at the end, for example "counter == 30"
  --search N          tries N schedules first: random ones, or those of --strategy pct or exhaustive
  --bound K|none      with exhaustive: at most so many preemptions (2)

Starting
  --cold              starts a browser of its own and ends it; nothing is kept warm
  --stop-server       ends the server that keeps Python warm
  -h, --help          prints this

Standard output has what the program prints, and with --json the object alone. All else is on standard error.

Exit codes
  0  the program finished and nothing failed
  1  it did not, or a check, a schedule or a measure failed
  2  the call was wrong; nothing was run
  3  the lesson that was to be run has a mistake
  4  Faultline itself could not run: no browser, no packages, a fault of ours
  130  Ctrl+C, pressed twice

More: docs/trying.md
`;
