/** The Tab key in an editor: it moves the focus on until the person has begun to edit, and again after Escape. */
import { useState, type FocusEvent, type KeyboardEvent } from 'react';

interface TabKey {
  /** whether Tab indents now */
  readonly tabIndents: boolean;
  /** The text has been edited in the editor. */
  readonly edited: () => void;
  /** for the element around the editor */
  readonly onKeyDownCapture: (event: KeyboardEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** What keeps a keyboard from being trapped: WCAG 2.2, success criterion 2.1.2. */
export function useTabKey(): TabKey {
  const [tabIndents, setTabIndents] = useState(false);
  return {
    tabIndents,
    edited: () => setTabIndents(true),
    onKeyDownCapture: ({ key }) => {
      if (key === 'Escape') setTabIndents(false);
    },
    onBlur: ({ currentTarget, relatedTarget }) => {
      if (!currentTarget.contains(relatedTarget)) setTabIndents(false);
    },
  };
}
