/** Disclosure: what someone may open below a picture. It is made when someone does, and the keyboard can scroll it. */
import { useState, type ReactNode } from 'react';
import './disclosure.css';

interface DisclosureProps {
  readonly className: string;
  readonly title: string;
  /** name of what it opens */
  readonly label: string;
  readonly children?: ReactNode;
}

export function Disclosure({ className, title, label, children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className={`view-disclosure ${className}`}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      {open && (
        <section className="view-disclosure-box" aria-label={label} tabIndex={0}>
          {children}
        </section>
      )}
    </details>
  );
}
