/** The icons of the page: drawn here, always beside words or under an accessible name. */
const SHAPES = {
  play: <path d="M4.5 2.8v10.4l8.6-5.2z" fill="currentColor" stroke="none" />,
  pause: <path d="M5 3v10M11 3v10" strokeWidth="2.6" />,
  stop: <rect x="3.5" y="3.5" width="9" height="9" rx="1.6" fill="currentColor" stroke="none" />,
  reset: <path d="M3 8a5 5 0 1 0 1.6-3.7L2.8 6M2.8 2.4V6h3.6" />,
  undo: <path d="M6 3 2.6 6.4 6 9.8M3 6.4h6.4a3.6 3.6 0 0 1 0 7.2H7" />,
  back: <path d="M10 3 5 8l5 5" />,
  next: <path d="m6 3 5 5-5 5" />,
  fold: <path d="M8.5 3.5 4 8l4.5 4.5M13 3.5 8.5 8l4.5 4.5" />,
  unfold: <path d="M7.5 3.5 12 8l-4.5 4.5M3 3.5 7.5 8 3 12.5" />,
  close: <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" />,
  tick: <path d="m3 8.6 3.4 3.4L13 4.6" strokeWidth="2.4" />,
  cross: <path d="m4 4 8 8M12 4l-8 8" strokeWidth="2.4" />,
  /** the two lines of the brand: one with a fault in it, one without */
  fault: <path d="M1.5 5h7l-3 6h9" strokeWidth="2.4" />,
  line: <path d="M1.5 8h13" strokeWidth="2.4" />,
  settings: (
    <>
      <path d="M2.5 4.5h5M11.5 4.5h2M2.5 11.5h2M8.5 11.5h5" />
      <circle cx="9.5" cy="4.5" r="1.9" />
      <circle cx="6.5" cy="11.5" r="1.9" />
    </>
  ),
  warning: <path d="M8 2.5 14.2 13H1.8zM8 6.6v3M8 11.4v.1" />,
  copy: <path d="M5.5 5.5h8v8h-8zM10.5 3v-.5h-8v8H3" />,
  compare: <path d="M6.5 2.5h-4v11h4M9.5 2.5h4v11h-4M8 1v14M4 6h1M11 6h1M11 9h1" />,
  link: (
    <path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.2 9.1a2.6 2.6 0 0 0 3.7 3.7l.9-.9" />
  ),
  share: <path d="M8 10V2.2M5 5l3-3 3 3M3 8.5V13.5h10V8.5" />,
  search: <path d="M11.2 6.8a4.4 4.4 0 1 1-8.8 0 4.4 4.4 0 0 1 8.8 0M10 10l4 4" />,
  earlier: <path d="M11.5 3.5 6.5 8l5 4.5zM4 3.5v9" />,
  later: <path d="m4.5 3.5 5 4.5-5 4.5zM12 3.5v9" />,
} as const;

export type IconName = keyof typeof SHAPES;

/** A 16-pixel icon in the colour of the text around it; hidden from assistive technology. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}
