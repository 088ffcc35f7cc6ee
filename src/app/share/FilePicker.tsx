/** A button that opens a `.faultline` file, or the trace of runs, from the disk. */
import { useRef } from 'react';
import { messages } from '../../messages/en.ts';
import { useCommands } from '../shell/context.ts';
import { ACCEPTED, openFile } from './openFile.ts';

interface Props {
  /** a file has been picked */
  readonly onPicked: () => void;
}

export function FilePicker({ onPicked }: Props) {
  const commands = useCommands();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {messages.sharing.openFile}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be picked again.
          currentTarget.value = '';
          if (file === undefined) return;
          onPicked();
          void openFile(file, commands);
        }}
      />
    </>
  );
}
