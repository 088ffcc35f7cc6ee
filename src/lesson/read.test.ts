/** Reading lessons: a good one comes out whole, and each mistake of an author is named with its place. */
import { describe, expect, it } from 'vitest';
import { BODY, FRONT_MATTER, exampleFolder, problemsOf } from '../testing/exampleLesson.ts';
import { writeProblem } from './problem.ts';
import { readLesson, readLessons } from './read.ts';

/** The front matter with one passage replaced; fails when the passage is not there. */
function front(passage: string, replacement: string): { frontMatter: string } {
  expect(FRONT_MATTER).toContain(passage);
  return { frontMatter: FRONT_MATTER.replace(passage, replacement) };
}

function lineInFile(passage: string): number {
  return `---\n${FRONT_MATTER}---\n${BODY}`.split('\n').findIndex((line) => line.includes(passage)) + 1;
}

/** The problems of a lesson whose prose leads there. */
function leadingTo(href: string): string[] {
  const lessons = readLessons([exampleFolder({ body: `## One\n\nSee [there](${href}).\n` })]);
  return lessons.ok ? [] : lessons.error.map(writeProblem);
}

describe('links to other places of the site', () => {
  const line = `---\n${FRONT_MATTER}---\n`.split('\n').length + 2;

  it.each(['#/', '#/about', '#/answers', '#/waits', '#/waits/step/1'])('may lead to %s', (href) => {
    expect(leadingTo(href)).toEqual([]);
  });
  it.each([
    ['#/weights', '"#/weights" leads to no lesson'],
    ['#/waits/step/2', 'the lesson "waits" has 1 steps'],
    ['#/waits/published/cause', 'the lesson "waits" has nothing published'],
    ['#/waits?seed=1', 'the lesson "waits" has no schedule to be set'],
  ])('may not lead to %s', (href, message) => {
    expect(leadingTo(href)).toEqual([`lessons/7-waits/lesson.md:${line}: ${message}`]);
  });
  it('may not be needed by a lesson with the name of a page', () => {
    expect(problemsOf({ name: '7-answers' })).toEqual([
      'lessons/7-answers: "#/answers" is another page: give the lesson another id',
    ]);
  });
});

describe('a good lesson', () => {
  const read = readLesson(exampleFolder());
  const lesson = read.ok ? read.value : null;

  it('takes id and number from its folder', () => {
    expect(read.ok || read.error).toBe(true);
    expect(lesson).toMatchObject({ id: 'waits', number: 7, title: 'Two waits', probes: ['tasks'] });
  });

  it('holds both programs and the lines to tint', () => {
    expect(lesson?.sides.broken).toEqual({
      files: { 'main.py': 'import time\ntime.sleep(2)\n' },
      entry: 'main.py',
      highlight: [{ file: 'main.py', from: 1, to: 2 }],
    });
    expect(lesson?.sides.fixed.highlight).toEqual([]);
  });

  it('turns prose into data', () => {
    expect(lesson?.steps[0]).toEqual({
      title: 'First step',
      question: null,
      blocks: [
        {
          kind: 'paragraph',
          children: [
            { kind: 'text', text: 'Some ' },
            { kind: 'emphasis', children: [{ kind: 'text', text: 'prose' }] },
            { kind: 'text', text: ' with ' },
            { kind: 'code', text: 'code' },
            { kind: 'text', text: ' and a ' },
            { kind: 'link', href: 'https://docs.python.org/3/', children: [{ kind: 'text', text: 'link' }] },
            { kind: 'text', text: '.' },
          ],
        },
        {
          kind: 'list',
          ordered: false,
          items: ['one', 'two'].map((text) => [{ kind: 'paragraph', children: [{ kind: 'text', text }] }]),
        },
      ],
    });
  });

  it('reads the question at the end of a step', () => {
    expect(lesson?.steps[1]).toEqual({
      title: 'Second step',
      blocks: [{ kind: 'code', text: 'print(1)' }],
      question: {
        ask: 'How long?',
        answers: [
          { text: 'Two seconds', right: true, why: 'Because they queue.' },
          { text: 'One second', right: false, why: '' },
        ],
      },
    });
  });

  it('may have Windows line ends', () => {
    const { name, files } = exampleFolder();
    const text = files['lesson.md']?.replaceAll('\n', '\r\n') ?? '';
    expect(readLesson({ name, files: { ...files, 'lesson.md': text } }).ok).toBe(true);
    const marked = `\uFEFF${text}`;
    expect(readLesson({ name, files: { ...files, 'lesson.md': marked } }).ok).toBe(true);
  });
});

describe('mistakes in the front matter', () => {
  it('names each field that is unknown, missing or of the wrong kind, with its line', () => {
    expect(problemsOf(front('summary:', 'sumary:'))).toEqual([
      'lessons/7-waits/lesson.md:2: "summary" is missing',
      'lessons/7-waits/lesson.md:4: "sumary" is not a field that is known here; is it misspelt?',
    ]);
    expect(problemsOf(front('probes: [tasks]', 'probes: tasks'))).toEqual([
      'lessons/7-waits/lesson.md:5: "probes" should be Array, not "tasks"',
    ]);
  });

  it('finds YAML that is none', () => {
    const [problem] = problemsOf(front('short: waits', 'short: "waits'));
    expect(problem).toMatch(/^lessons\/7-waits\/lesson\.md:\d+: not valid YAML: /);
  });

  it('wants front matter at all', () => {
    expect(problemsOf({ files: { 'lesson.md': BODY } })).toEqual([
      'lessons/7-waits/lesson.md:1: begin the file with front matter: a line of ---, the fields in YAML, and a line of ---',
    ]);
  });

  it.each([
    ['a measure read from nowhere', 'of: gauge', 'of: guage', /measures\[1\]\.read/],
    ['a bound that is none', '"== 1"', '"about 1"', /write a bound such as/],
    ['an id with capitals', 'id: peak', 'id: Peak', /use lower case letters/],
    ['two measures of one name', 'id: peak', 'id: elapsed', /two measures are called "elapsed"/],
    ['a measure that nothing tests', 'expect: { broken: ">= 2" }', 'expect: {}', /so that it is tested/],
  ])('refuses %s', (_, passage, replacement, words) => {
    const problems = problemsOf(front(passage, replacement));
    expect(problems[0]).toMatch(words);
    const [line] = /(?<=lesson\.md:)\d+/.exec(problems[0] ?? '') ?? [];
    expect(Number(line)).toBe(lineInFile(passage));
  });
});

describe('mistakes in the verdict', () => {
  it.each([
    ['compare: elapsed', 'compare: time', 'there is no measure "time"; there are: elapsed, peak'],
    ['    measure: peak', '    measure: height', 'there is no measure "height"; there are: elapsed, peak'],
    [
      '{broken.peak}"',
      '{broken.high}"',
      '{broken.high} means nothing here; there are: {ratio}, {broken.elapsed}',
    ],
    ['{broken.peak}"', '{broken.peak"', 'a brace is left over'],
  ])('instead of %s: %s', (passage, replacement, words) => {
    const problems = problemsOf(front(passage, replacement));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`lesson.md:${lineInFile(passage)}: `);
    expect(problems[0]).toContain(words);
  });

  it('allows {ratio} only for a duration, since a count may be 0', () => {
    const problems = problemsOf(front('compare: elapsed', 'compare: peak'));
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('{ratio} makes sense only where "compare" names a measure in seconds');
  });
});

describe('mistakes in the programs', () => {
  it.each([
    ['main.py:3', '"main.py:3" names no lines of main.py, which has 2'],
    ['main.py:2-1', '"main.py:2-1" names no lines of main.py, which has 2'],
    ['main.py', '"main.py" names no lines: write main.py:7 or main.py:7-8'],
    ['other.py:1', '"other.py:1" names a file that this side does not have'],
  ])('refuses to tint %s', (lines, words) => {
    expect(problemsOf(front('main.py:1-2', lines))).toEqual([`lessons/7-waits/lesson.md:8: ${words}`]);
  });

  it('wants the file that is run', () => {
    expect(problemsOf({ files: { 'fixed/main.py': null } })).toEqual([
      'lessons/7-waits/lesson.md:2: the file fixed/main.py, which is to be run, does not exist',
    ]);
  });

  it('wants names that can be imported', () => {
    expect(problemsOf({ files: { 'fixed/my file.py': '' } })[0]).toContain('rename fixed/my file.py');
  });
});

describe('mistakes in the prose', () => {
  it.each([
    ['raw HTML', '## A\n\n<b>bold</b>', 'raw HTML is not allowed'],
    ['HTML inside a line', '## A\n\nsome <i>words</i>', 'raw HTML is not allowed'],
    ['a picture', '## A\n\n![a](b.png)', 'pictures are not supported'],
    ['a heading of another depth', '## A\n\nwords\n\n### B', 'are headings of a lesson'],
    ['a link that runs a script', '## A\n\n[a](javascript:alert)', 'a link leads to https://'],
    ['a variation that is not there', '## A\n\n[a](variation:none)', 'there is no variation "none"'],
    ['prose before the first step', 'words\n\n## A\n\nwords', 'begin with a step'],
    ['a step without prose', '## A\n\n## B\n\nwords', 'the step "A" says nothing yet'],
    ['a step without a title', '##\n\nwords', 'give the step a title'],
  ])('refuses %s', (_, body, words) => {
    const problems = problemsOf({ body });
    expect(problems[0]).toMatch(/^lessons\/7-waits\/lesson\.md:\d+: /);
    expect(problems[0]).toContain(words);
  });

  it('counts lines from the top of the file', () => {
    const [problem] = problemsOf({ body: BODY.replace('Some *prose*', '<b>Some</b> prose') });
    expect(problem).toContain(`lesson.md:${lineInFile('Some *prose*')}: `);
  });

  it('wants at least one step', () => {
    expect(problemsOf({ body: '' })).toEqual([
      'lessons/7-waits/lesson.md: a lesson needs at least one step: a ## heading and its prose',
    ]);
  });
});

describe('mistakes in a question', () => {
  it.each([
    ['nothing below it', '', 'write one paragraph that asks something'],
    ['no answers', 'Why?', 'below the question write its answers'],
    ['an answer without a mark', 'Why?\n\n- [x] a\n- b', 'begin an answer with [x]'],
    ['one answer', 'Why?\n\n- [x] a', 'at least two answers'],
    ['no right answer', 'Why?\n\n- [ ] a\n- [ ] b', 'here it is 0'],
    ['two right answers', 'Why?\n\n- [x] a\n- [x] b', 'here it is 2'],
    ['a code block as a reason', 'Why?\n\n- [x] a\n\n      code\n\n- [ ] b', 'at most one paragraph'],
    ['words after it', 'Why?\n\n- [x] a\n- [ ] b\n\nwords', 'a question ends its step'],
  ])('refuses %s', (_, text, words) => {
    const problems = problemsOf({ body: `## A\n\n### Question\n\n${text}` });
    expect(problems[0]).toContain(words);
  });
});

describe('folders', () => {
  it('have a number and an id', () => {
    expect(problemsOf({ name: 'waits' })).toEqual([
      'lessons/waits: name the folder by number and id, for example lessons/6-deadlocks',
    ]);
  });

  it('hold a lesson.md', () => {
    expect(problemsOf({ files: { 'lesson.md': null } })).toEqual([
      'lessons/7-waits: the file lesson.md is missing',
    ]);
  });

  it('are put in the order of their numbers', () => {
    const read = readLessons([exampleFolder({ name: '10-b' }), exampleFolder({ name: '9-a' })]);
    expect(read.ok && read.value.map((lesson) => lesson.id)).toEqual(['a', 'b']);
  });

  it('share neither id nor number, and every problem of every folder is reported', () => {
    const read = readLessons([
      exampleFolder({ name: '1-a' }),
      exampleFolder({ name: '1-b' }),
      exampleFolder({ name: '2-a' }),
      exampleFolder({ name: '3-c', body: '' }),
    ]);
    expect(read.ok ? [] : read.error.map(writeProblem)).toEqual([
      'lessons/3-c/lesson.md: a lesson needs at least one step: a ## heading and its prose',
      'lessons/2-a: another lesson is called "a"',
      'lessons/1-b: another lesson has the number 1',
    ]);
  });
});
