/** Loads a schedule from pasted text: a button, and the dialog behind it. */
import { useId, useState } from 'react';
import { messages } from '../../../messages/en.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useCommands } from '../../shell/context.ts';

const words = messages.schedule.load;

export function LoadSchedule() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button quiet" onClick={() => setOpen(true)}>
        {words.open}
      </button>
      <Dialog title={words.title} closeLabel={words.close} open={open} onClose={() => setOpen(false)}>
        {open && <Form onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

function Form({ onDone }: { readonly onDone: () => void }) {
  const { pasteSchedule } = useCommands();
  const field = useId();
  const errorId = useId();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <form
      className="load-schedule"
      onSubmit={(event) => {
        event.preventDefault();
        const problem = pasteSchedule(text);
        setWrong(problem);
        if (problem === null) onDone();
      }}
    >
      <label htmlFor={field}>{words.label}</label>
      <textarea
        id={field}
        value={text}
        rows={6}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={wrong !== null}
        aria-describedby={errorId}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setWrong(null);
        }}
      />
      <p id={errorId} role="alert">
        {wrong}
      </p>
      <p>{words.note}</p>
      <button type="submit" className="button primary">
        {words.take}
      </button>
    </form>
  );
}
