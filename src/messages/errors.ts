/** The words for runs that did not simply finish: endings, errors and what to do about them. */

/** First words about an uncaught exception, by its type; the exact type and message always follow. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['SyntaxError', 'Python cannot read this code'],
  ['IndentationError', 'The indentation does not fit'],
  ['TabError', 'Tabs and spaces are mixed in the indentation'],
  ['NameError', 'A name is used that does not exist here'],
  ['UnboundLocalError', 'A local name is used before it has a value'],
  ['AttributeError', 'An object lacks the attribute asked for'],
  ['TypeError', 'A value has the wrong type for this'],
  ['ValueError', 'A value is not acceptable here'],
  ['KeyError', 'A key is not in the mapping'],
  ['IndexError', 'An index is outside the sequence'],
  ['ZeroDivisionError', 'Something was divided by zero'],
  ['ImportError', 'An import failed'],
  ['ModuleNotFoundError', 'A module was not found'],
  ['RecursionError', 'Functions called one another too deeply'],
  ['MemoryError', 'The memory ran out'],
  ['AssertionError', 'An assertion did not hold'],
  ['TimeoutError', 'Something took longer than it was allowed'],
  ['CancelledError', 'A task was cancelled'],
  ['KeyboardInterrupt', 'The program was interrupted'],
  ['FileNotFoundError', 'A file was not found'],
  ['EOFError', 'There was nothing to read'],
  ['StopIteration', 'An iterator had no more values'],
]);

export const errors = {
  kind: (type: string) => kinds.get(type) ?? 'An error that nobody caught',
  named: (type: string, message: string) => (message === '' ? type : `${type}: ${message}`),
  frame: (file: string, line: number, name: string) =>
    name === '' || name === '<module>' ? `${file}, line ${line}` : `${file}, line ${line}, in ${name}`,
  goTo: (file: string, line: number) => `Go to ${file}, line ${line}`,
  group: (count: number) => (count === 1 ? 'An error inside a group' : 'Several errors at once'),
  innerErrors: 'The errors inside the group',
  ownLines: 'Your lines, the innermost first',
  traceback: 'Full traceback',

  /** One line of advice for errors that this place explains better than Python does. */
  hints: {
    /** What a browser lacks, by the keys of `absent.py`; `name` is what the program asked for. */
    absent: {
      keyboard: () =>
        'There is no keyboard for a program here. Put the value in the code instead of asking with input().',
      network: () =>
        'Programs here have no network: a browser page can neither open a socket nor answer one. Use asyncio.sleep() to stand in for a wait.',
      processes: () =>
        'A program here cannot start other programs, nor copies of itself: it has the one process that the page gives it. Threads it can start; concurrent.futures.ThreadPoolExecutor is used as ProcessPoolExecutor is.',
      signals: () =>
        'Nobody sends signals to a program in a browser page, and there is no alarm clock for it. threading.Timer, or asyncio.timeout(), can take its place.',
      browser: () =>
        'A program here cannot open a web page: it runs in a sandbox of its own. Print the address instead.',
      openssl: (name: string) =>
        `“${name}” needs OpenSSL, which this Python does not have. Plain hashes work: hashlib.sha256(), hashlib.blake2b().`,
      interpreters: () => 'A program here has one interpreter and cannot make others. Threads it can start.',
      module: (name: string) => `The module “${name}” needs what a browser does not have, so it is not here.`,
      system: () => 'This asks the operating system for something that a browser page does not have.',
    },
    manyThreads:
      'There is a limit of 500 threads in one run. Start fewer, or let a pool of some threads take the work in turn.',
    noThreads:
      'This browser cannot suspend Python (it has no JavaScript Promise Integration), so no thread can be started. Current versions of Chrome, Edge and Firefox can; asyncio works everywhere.',
    nestedLoop:
      'An event loop is already running here. Inside a coroutine, await the other one instead of calling asyncio.run().',
    thirdParty: (module: string) =>
      `“${module}” is neither part of Python’s standard library nor a package that this page has.`,
    missingFile: 'A program here sees only its own files. Write the data into the code.',
    missingColon: 'A line that begins a block ends with a colon.',
    awaitOutside: 'await works only inside a function that begins with async def.',
  },

  endings: {
    exited: {
      title: (status: number, by?: string) =>
        by === undefined || by === 'os._exit' || by === 'flush'
          ? `The program exited with status ${status}`
          : `${by} ended the program`,
      text: (status: number, by?: string) => {
        if (by === undefined) {
          return 'It ended itself by SystemExit. A status other than 0 tells a shell that something went wrong.';
        }
        if (by === 'flush') {
          return 'It came to its end, but Python could not flush sys.stdout or sys.stderr then, and exits with this status for that.';
        }
        return by === 'os._exit'
          ? 'It ended itself by os._exit(), at once: no finally, no exit function and no other thread ran after that.'
          : `It sent itself the signal ${by}, or called what does so, and nothing of it ran after that. A shell sees status ${status}.`;
      },
    },
    stopped: {
      title: 'You stopped this run',
      text: 'The picture shows it up to that moment. Run again whenever you like.',
    },
    stuck: {
      title: 'The program is stuck',
      text: 'Everything in it waits, and nothing is left that could wake it.',
      waits: 'Who waits for what',
    },
    deadlock: {
      title: 'Deadlock',
      text: 'These wait for one another in a circle, so none of them can ever go on.',
      alone: 'It waits for itself, so it can never go on.',
      cycle: 'The circle of waits',
      others: 'The others wait too:',
    },
    capped: {
      title: {
        lanes: 'The run was cut short: too many tasks, threads or connections',
        events: 'The run was cut short: too many events',
        output: 'The run was cut short: too much output',
        text: 'The run was cut short: too long names and texts',
      },
      text: {
        lanes: (limit: string) =>
          `The program made more than ${limit} things that have a lane of their own. The picture up to there is kept.`,
        events: (limit: string) => `It reported more than ${limit} events. The picture up to there is kept.`,
        output: (limit: string) => `It printed more than ${limit} characters. What came before is kept.`,
        text: (limit: string) =>
          `The names and texts it reported were longer than ${limit} characters in all. What came before is kept.`,
      },
      advice: {
        lanes: 'Does a loop make tasks without an end? Try fewer.',
        events: 'Is there a loop without an end? Try fewer rounds.',
        output: 'Is there a loop without an end? Try fewer rounds.',
        text: 'Are there very many tasks, or very long names? Try fewer, or shorter ones.',
      },
    },
    /**
     * `interpreter`: Python died; `memory`: it had no more; `fault`: our own code failed; `report`: what the run said of
     * itself does not hold, so it was ended.
     */
    crashed: {
      interpreter: {
        title: 'Python itself gave up',
        text: (reason: string) => `This is not an error of Python code, the interpreter died: ${reason}`,
        advice: (reason: string) =>
          /call stack/.test(reason)
            ? 'Objects hang on one another in too long a chain: some thousands are freed or printed one within the other, and a browser leaves less room for that than an ordinary Python. Try a shorter chain. The next run starts fresh.'
            : 'Something below Python went wrong that no program can catch: ctypes can do that, and very deep nesting. Your code is kept, and the next run starts fresh.',
      },
      memory: {
        title: 'The memory ran out',
        text: (reason: string) =>
          `The program used all the memory that it may have here, 1 GB, and Python could not go on: ${reason}`,
        advice: () => 'Try less data. Your code is kept, and the next run starts fresh.',
      },
      fault: {
        title: 'A fault of Faultline ended this run',
        text: (_reason: string) =>
          'Your program is not to blame: Faultline’s own code failed, so how the program would have ended is not known.',
        advice: () => 'Your code is kept, and the next run starts fresh.',
      },
      report: {
        title: 'The run was ended: what it reported cannot be true',
        text: (reason: string) =>
          `A run is shown by what it reports about itself. This report was refused: ${reason}`,
        advice: () =>
          'Does the program change how Python itself works? If it does not, this page is at fault. The next run starts fresh.',
      },
    },
  },

  /** What of ours has failed, and what a person may send us. */
  faults: {
    title: 'A part of Faultline failed',
    part: (part: string) =>
      part === 'afterwards'
        ? 'The program ran to its end as it should. What Faultline does after that failed, so its last words may be missing.'
        : `What watches “${part}” failed and was taken out. The program ran on as it should, but the picture is incomplete from there.`,
    send: 'What to send us',
    please:
      'Please tell us in an issue of Faultline’s repository: this text and, if you may share it, your program. Nothing is sent by itself.',
    report: (facts: Readonly<Record<string, string>>, report: string) =>
      [...Object.entries(facts).map(([name, value]) => `${name}: ${value}`), report].join('\n'),
  },

  unreadableReport: (why: string) => `the run sent a report that cannot be read (${why})`,

  /** After the side's name, in the verdict: “Broken …”. */
  how: {
    finished: 'finished',
    exited: (status: number) => `exited with status ${status}`,
    raised: (type: string) => `ended with ${type}`,
    stopped: 'was stopped',
    stuck: 'got stuck',
    deadlock: 'ended in a deadlock',
    unable: 'could not go on in this browser',
    capped: 'was cut short',
    crashed: {
      interpreter: 'took the interpreter down',
      memory: 'ran out of memory',
      fault: 'was ended by a fault of Faultline',
      report: 'reported what cannot be true',
    },
  },
};
