/** A modal dialog on the native element: focus stays inside, Escape and the backdrop close it. */
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

interface Props {
  readonly title: string;
  readonly closeLabel: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** for what needs more than the width of a text */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function Dialog({ title, closeLabel, open, onClose, wide, children }: Props) {
  const heading = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog === null) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      className="dialog"
      data-wide={wide === true}
      ref={element}
      aria-labelledby={heading}
      onClose={onClose}
      closedby="any"
    >
      <div className="dialog-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="button quiet square" aria-label={closeLabel} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
