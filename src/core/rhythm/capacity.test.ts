import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activeCapacity, assignPace } from './capacity.ts';
import { defaultRhythm } from './rhythm.ts';

test('an hour a day on five days carries some sixty of ten minutes at the default rhythm, and never none', () => {
  expect(activeCapacity({ minutesADay: 60, workingDaysAWeek: 5, minutesAMoment: 10, rhythm: defaultRhythm })).toBe(62);
  expect(activeCapacity({ minutesADay: 1, workingDaysAWeek: 1, minutesAMoment: 600, rhythm: defaultRhythm })).toBe(1);
});

test('the best by index run in full, as many as fit; a pin stands whatever the index', () => {
  const list = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      index: fc.double({ min: 0, max: 100, noNaN: true }),
      pinned: fc.constantFrom(null, null, 'active' as const, 'slow' as const),
    }),
    { selector: (o) => o.id, maxLength: 40 },
  );
  fc.assert(
    fc.property(list, fc.nat(30), (opportunities, capacity) => {
      const paces = assignPace(opportunities, capacity);
      for (const o of opportunities) if (o.pinned) expect(paces.get(o.id)).toBe(o.pinned);
      const free = opportunities.filter((o) => !o.pinned);
      const active = free.filter((o) => paces.get(o.id) === 'active');
      const room = Math.max(0, capacity - opportunities.filter((o) => o.pinned === 'active').length);
      expect(active).toHaveLength(Math.min(room, free.length));
      const worst = Math.min(...active.map((o) => o.index));
      for (const o of free) if (paces.get(o.id) === 'slow') expect(o.index).toBeLessThanOrEqual(worst);
    }),
  );
});
