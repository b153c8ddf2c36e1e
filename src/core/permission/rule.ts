import type { Day } from '#core/day/day';
import type { ConditionName } from './conditions.ts';
import type {
  ContactPurpose,
  DutyCode,
  GroundCode,
  LawChannel,
  PackCountry,
  ReasonCode,
  Subject,
  Verdict,
} from './words.ts';

/** A rule is data: a change of the law is a change of a row. The first that fits decides. */
export type Rule = {
  id: string;
  country: PackCountry | 'all';
  /** Left out: all. */
  channels?: readonly LawChannel[];
  purposes: readonly ContactPurpose[];
  subjects?: readonly Subject[];
  when?: ConditionName;
  /** First day on which it holds, and the first on which it no longer does, in Europe/Amsterdam. */
  from?: Day;
  until?: Day;
  verdict: Verdict;
  ground: GroundCode;
  reason: ReasonCode;
  duties?: readonly DutyCode[];
  /** Where it is written; `reading`: our reading, for a lawyer to confirm. */
  source: string;
};

/** A caution makes a warning of what is allowed, and says so beside what is warned of already. */
export type Caution = Pick<
  Rule,
  'id' | 'country' | 'channels' | 'purposes' | 'subjects' | 'from' | 'until' | 'source'
> & {
  when: ConditionName;
  reason: ReasonCode;
};
