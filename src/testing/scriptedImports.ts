/** A run of two modules that import each other, as the imports probe reports it. For tests. */
import { fact } from './wire.ts';
import type { ScriptLine } from './scriptedTrace.ts';

export const SENTENCE =
  'customers asked for `Order` too early. orders was still on its line 1, waiting for customers; `Order` comes in line 4.';

const BACK_EDGE = fact('back edge', {
  asker: 'customers',
  module: 'orders',
  name: 'Order',
  asked: 'imported',
  line: 1,
  waits_for: 'customers',
  bound: 4,
});

export const CIRCLE: readonly ScriptLine[] = [
  [0, 'track', 'modules'],
  [1, 'track', 'back edges'],
  [2, 'track', 'static cycles'],
  [
    3,
    'mark',
    'static cycles',
    fact('static cycle', { modules: ['customers', 'orders', 'customers'] }),
    'note',
  ],
  [4, 'track', '__main__', 'modules'],
  [10, 'open', '__main__', 'body', 'main.py:1'],
  [11, 'state', '__main__', 'initialising'],
  [12, 'track', 'orders', 'modules'],
  [13, 'state', 'orders', 'absent'],
  [14, 'link', '__main__', 'orders', 'import orders', 'main.py:1'],
  [20, 'open', 'orders', 'body', 'orders.py:1'],
  [21, 'state', 'orders', 'initialising'],
  [22, 'track', 'customers', 'modules'],
  [23, 'state', 'customers', 'absent'],
  [24, 'link', 'orders', 'customers', 'from customers import discount', 'orders.py:1'],
  [30, 'open', 'customers', 'body', 'customers.py:1'],
  [31, 'state', 'customers', 'initialising'],
  [32, 'link', 'customers', 'orders', 'from orders import Order', 'customers.py:1'],
  [33, 'mark', 'orders', fact('names so far', { names: [] }), 'note'],
  [34, 'mark', 'orders', fact('missing name', { name: 'Order' }), 'bad', 'orders.py:4'],
  [35, 'tally', 'back edges', 1],
  [36, 'mark', 'back edges', BACK_EDGE, 'bad', 'customers.py:1'],
  [40, 'close', 'customers', 'failed'],
  [41, 'state', 'customers', 'failed'],
  [42, 'state', 'customers', 'removed', fact('body failed', {})],
  [50, 'close', 'orders', 'failed'],
  [51, 'state', 'orders', 'failed'],
  [52, 'state', 'orders', 'removed', fact('body failed', {})],
  [60, 'close', '__main__', 'failed'],
  [61, 'state', '__main__', 'failed'],
];
