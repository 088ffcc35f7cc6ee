/** The words of a lesson within another page: the piece of HTML for it, and the bar over it there. */

export const embed = {
  label: 'Embed',
  html: 'HTML for another page',
  copy: 'Copy HTML',
  copied: 'The HTML is copied.',
  refused: 'The browser did not allow copying. The HTML is selected: copy it with Ctrl C or ⌘ C.',
  note: 'Shows both sides in a frame, without the guide. Python is not even fetched there until somebody presses “Run both”.',
  tooLong:
    'The link is too long to stand in a page: many programs that edit pages cut it. Make it shorter, or embed the lesson as it is.',
  /** the name of the frame */
  frame: (lesson: string) => `Faultline: ${lesson}`,
  open: 'Open in Faultline',
  bar: 'Faultline',
};
