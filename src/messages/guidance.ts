/** The words that help somebody through a lesson: a step's code and controls, the set-up on a phone, what Present says of itself. */
export const guidance = {
  /** of code that stands in a step */
  copy: 'Copy',
  copyCode: 'Copy this code',
  copied: 'Copied.',
  copyRefused: 'The browser refused. Select the code and copy it by hand.',
  /** behind the name of a control in a step: pressing it shows where that is */
  showControl: 'show me where',
  /** of a recording: whose it was, and a sentence of its own */
  happened: (side: string, sentence: string) => `${side}: ${sentence}`,
  /** the last move of a lesson leads to this one */
  nextLesson: (number: number) => `Lesson ${number}`,
  /** of a run of a link; the strip over the lesson tells more */
  asSent: 'It came out as the sender of the link saw it.',
  notAsSent: 'It did not come out as the sender of the link saw it: the strip at the top says how.',
  printHandout: 'Print a handout',
  present: {
    reveal: 'Reveal',
    notes: 'Notes',
    haveRun: 'Both have run. The picture comes next.',
    paused: 'Playback stands still. Space lets it go on.',
  },
};
