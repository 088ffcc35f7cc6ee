// What `npm run link -- --help` prints.

export const ASK_FOR_HELP = 'All options: npm run link -- --help';

export const HELP = `Writes a link to a lesson with programs and settings of yours, or says what a link holds.

  npm run link -- --lesson threads --broken file.py --seed 7
  npm run link -- --decode LINK              its value as JSON; LINK may be a .faultline file

Place
  --lesson ID         asyncio, imports, memory, threads or pools
  --step N            a step of its prose, from 1
  --part P            a published program instead: cause, diagnosis, solution
  --arrangement A     how the page is laid out, for example present
  --site URL          the address of the page, put before the link

Programs
  --broken FILE       a file in the place of the lesson's own on this side; PATH=FILE where the lesson
  --fixed FILE        calls it by another name; may be given several times
  --variation ID      a variation of the lesson
  --entry WHAT        how both sides begin: a file, "import shop.orders" or "python -m shop.orders"

Threads
  --model M           cpython314, before310, free-threaded
  --strategy S        realistic, round-robin, random, pct, manual, replay
  --seed N            for what is left to chance
  --check "EXPR"      must hold over the globals at the end
  --schedule FILE     decisions to be replayed: JSON, such as what npm run try -- --json printed

  --pace real|fast    whether waits take their time
  -h, --help          prints this

Standard output has the link alone (its text is that of a .faultline file) or the JSON; all else is on standard error.

Exit codes
  0  all is well
  1  the link cannot be opened
  2  the call was wrong
`;
