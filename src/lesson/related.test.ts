import { describe, expect, it } from 'vitest';
import { areRelated } from './related.ts';

const own = {
  'main.py': 'import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n',
};

describe('programs that can be compared', () => {
  it('have half of their lines in common, wherever these stand', () => {
    const edited = own['main.py'].replace('sleep(1)', 'sleep(2)');
    expect(areRelated(own, { 'main.py': edited })).toBe(true);
    expect(areRelated(own, { 'app.py': edited, 'main.py': 'import app\n' })).toBe(true);
  });

  it('are not those that share a line or two', () => {
    expect(areRelated(own, { 'main.py': 'import asyncio\nprint("hello")\nprint("world")\n' })).toBe(false);
    expect(areRelated(own, { 'main.py': '' })).toBe(false);
  });

  it('are also two that are empty', () => {
    expect(areRelated({ 'main.py': '\n' }, {})).toBe(true);
  });
});
