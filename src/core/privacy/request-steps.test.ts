import { expect, test } from 'vitest';
import { type RequestPerson, requestSteps } from './request-steps.ts';
import { requestKinds } from './vocabulary.ts';

const nothing: RequestPerson = {
  restricted: false,
  objected: false,
  erasing: false,
  handedOver: false,
  corrected: false,
};
const acts = {
  access: 'handedOver',
  rectify: 'corrected',
  restrict: 'restricted',
  object: 'objected',
  erase: 'erasing',
} as const;

test.each(requestKinds)('%s: first whom it is about, then what was asked; nothing else counts for it', (kind) => {
  expect(requestSteps(kind, null, false)).toEqual({ found: false, acted: false });
  for (const done of requestKinds)
    expect(requestSteps(kind, { ...nothing, [acts[done]]: true }, false)).toEqual({
      found: true,
      acted: done === kind,
    });
});

test('of somebody who is erased nothing is left to do but to answer', () => {
  expect(requestSteps('erase', null, true)).toEqual({ found: true, acted: true });
});
