import type { RequestKind } from './vocabulary.ts';

/** How it stands with a request: found out whom it is about, done what was asked, and answered. The first that is not is next. */
export type RequestSteps = { found: boolean; acted: boolean };

/** What is known of the person of a request; null: nobody here was chosen yet. */
export type RequestPerson = {
  restricted: boolean;
  objected: boolean;
  /** Waits to be erased. */
  erasing: boolean;
  /** Since the request came in: what is kept was handed over, and their details were corrected. */
  handedOver: boolean;
  corrected: boolean;
};

const done: Readonly<Record<RequestKind, (person: RequestPerson) => boolean>> = {
  access: ({ handedOver }) => handedOver,
  rectify: ({ corrected }) => corrected,
  restrict: ({ restricted }) => restricted,
  object: ({ objected }) => objected,
  erase: ({ erasing }) => erasing,
};

/** `erased`: the person is gone, and with them who asked. */
export function requestSteps(kind: RequestKind, person: RequestPerson | null, erased: boolean): RequestSteps {
  if (erased) return { found: true, acted: true };
  if (person === null) return { found: false, acted: false };
  return { found: true, acted: done[kind](person) };
}
