// Ports: what may be typed, and the one sentence that a taken port gets.
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { PlainError } from './command.mjs';
import { nodeProblem } from './node-version.mjs';
import { DEFAULT_PORT, checkPort, freePort, listen, readPort } from './port.mjs';

describe('readPort', () => {
  it('takes a number, or nothing for the default', () => {
    expect(readPort('5000')).toBe(5000);
    expect(readPort(undefined)).toBe(DEFAULT_PORT);
    expect(readPort('')).toBe(DEFAULT_PORT);
  });

  it.each(['0', '65536', '-1', '80.5', 'http', '5000x', '1e3'])('refuses %s with a sentence', (typed) => {
    expect(() => readPort(typed)).toThrow(PlainError);
    expect(() => readPort(typed)).toThrow(`"${typed}" is not a port`);
  });
});

describe('a taken port', () => {
  it('is reported in one sentence that says what to do', async () => {
    const other = createServer();
    const port = await listen(other, 0, '127.0.0.1');
    const refusal = await checkPort(port, '127.0.0.1').catch((error) => error);
    other.close();
    expect(refusal).toBeInstanceOf(PlainError);
    expect(refusal.message).toMatch(new RegExp(`^Port ${port} is taken by another program: .* --port \\d+$`));
  });

  it('is not what freePort gives', async () => {
    await expect(checkPort(await freePort(), '127.0.0.1')).resolves.toBeUndefined();
  });
});

describe('nodeComplaint', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('is content with Node %s', (version) => {
    expect(nodeProblem(version)).toBeNull();
  });

  it.each(['20.18.3', '18.20.0', '8.0.0'])('says what to do about Node %s', (version) => {
    expect(nodeProblem(version)).toContain(`this is Node ${version}. Get a newer one`);
  });
});
