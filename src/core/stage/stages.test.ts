import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeStages, mostStages, type Stage, storedStage } from './stages.ts';

const four: readonly Stage[] = [
  { id: 'new', name: '', begins: true },
  { id: 'talking', name: '', begins: false },
  { id: 'quote', name: '', begins: false },
];
let made = 0;
const newId = () => `made${++made}`;

describe('stages as the user wants them', () => {
  test('another order and other names move nothing', () => {
    const stages = [
      { id: 'quote', name: 'Aanbod' },
      { id: 'new', name: '' },
      { id: 'talking', name: 'Praten' },
    ];
    expect(changeStages(four, { stages, moves: {} }, newId)).toEqual({
      kind: 'changed',
      moves: [],
      stages: [
        { id: 'quote', name: 'Aanbod', begins: false },
        { id: 'new', name: '', begins: true },
        { id: 'talking', name: 'Praten', begins: false },
      ],
    });
  });

  test('where new ones begin goes: they begin in the place that was said', () => {
    const wish = { stages: [{ id: 'quote', name: '' }], moves: { new: 'quote', talking: 'quote' } };
    expect(changeStages(four, wish, newId)).toEqual({
      kind: 'changed',
      stages: [{ id: 'quote', name: '', begins: true }],
      moves: [
        { from: 'talking', to: null },
        { from: 'quote', to: null },
      ],
    });
  });

  test.each([
    ['none', { stages: [], moves: {} }],
    ['no_place', { stages: [{ id: 'new', name: '' }], moves: { talking: 'new' } }],
    ['no_place', { stages: [{ id: 'new', name: '' }], moves: { talking: 'new', quote: 'talking' } }],
    ['unknown', { stages: [{ id: 'x', name: 'x' }], moves: {} }],
    [
      'twice',
      {
        stages: [
          { id: 'new', name: '' },
          { id: 'new', name: '' },
        ],
        moves: {},
      },
    ],
    ['too_many', { stages: Array.from({ length: mostStages + 1 }, () => ({ id: null, name: 'x' })), moves: {} }],
  ] as const)('%s is refused', (why, wish) => {
    expect(changeStages(four, wish, newId)).toEqual({ kind: 'refused', why });
  });

  test('whatever is wished: there is one beginning, and whoever stood anywhere stands in a stage that is there', () => {
    const ids = four.map((stage) => stage.id);
    const wishes = fc.record({
      stages: fc.array(fc.record({ id: fc.constantFrom(null, ...ids), name: fc.string({ minLength: 1 }) }), {
        maxLength: 6,
      }),
      moves: fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...ids)),
    });
    fc.assert(
      fc.property(wishes, (wish) => {
        const change = changeStages(four, wish, newId);
        if (change.kind === 'refused') return;
        expect(change.stages.filter((stage) => stage.begins)).toHaveLength(1);
        for (const { id } of four) {
          let place = storedStage(four, id) ?? null;
          for (const { from, to } of change.moves) if (place === from) place = to;
          expect(
            change.stages.some((stage) => (place === null ? stage.begins : stage.id === place && !stage.begins)),
          ).toBe(true);
        }
      }),
    );
  });
});
