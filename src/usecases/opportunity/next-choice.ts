import type { NextChoice } from '#core/opportunity/create-opportunity';
import type { Intent, NextChannel } from '#core/opportunity/vocabulary';
import { dayFrom } from '../surroundings.ts';

type Wanted = { on: string; channel?: NextChannel; at?: string | null; act?: string | null; intent?: Intent };

export function nextChoice(wanted: Wanted): NextChoice {
  return {
    on: dayFrom(wanted.on, 'next.on'),
    channel: wanted.channel,
    at: wanted.at === undefined || wanted.at === null ? null : new Date(wanted.at),
    act: wanted.act,
    intent: wanted.intent,
  };
}
