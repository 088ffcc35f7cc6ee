import { describe, expect, it } from 'vitest';
import { canBegin, moduleOfEntry } from './entry.ts';

const files = { 'main.py': '', 'shop/orders.py': '' };

describe('an entry', () => {
  it('is a file, an import or a module to run', () => {
    expect(moduleOfEntry('main.py')).toBeNull();
    expect(moduleOfEntry('import shop.orders')).toBe('shop.orders');
    expect(moduleOfEntry('python -m shop')).toBe('shop');
    expect(moduleOfEntry('import shop; boom')).toBeNull();
  });

  it.each(['main.py', 'import main', 'import shop', 'import shop.orders', 'python -m shop.orders'])(
    'can be %s',
    (entry) => expect(canBegin(entry, files)).toBe(true),
  );

  it.each([
    'other.py',
    'import json',
    'python -m shop.customers',
    'python main.py',
    'import shop.orders as o',
  ])('cannot be %s', (entry) => expect(canBegin(entry, files)).toBe(false));
});
