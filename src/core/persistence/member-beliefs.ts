import { KAPPA_PERSON, KAPPA_TEAM } from './pooling.ts';
import { posteriorOf, type Posterior, type StagePrior } from './posterior.ts';
import type { Prior } from './prior.ts';
import { at, perStage, sumOf, type StageList } from './stage-list.ts';
import {
  classBelief,
  warmthBeliefs,
  withTransitions,
  type ClassEvidence,
  type WarmthBeliefs,
} from './warmth-beliefs.ts';
import { pooledCounts, type WarmthCounts, type WarmthStageCounts } from './warmth-counts.ts';

/** The counts of a workspace as one member sees them: each contact in one group only. */
export interface MemberCounts {
  readonly own: WarmthCounts;
  /** The member's team without the member. */
  readonly team: WarmthCounts;
  /** The workspace without the team. */
  readonly others: WarmthCounts;
}

/** What a member's figure of one stage is made of: shares that sum to 1 (all 0 where nothing at all is known). */
export interface StageWeights {
  readonly own: number;
  readonly team: number;
  readonly others: number;
  readonly article: number;
}

export interface MemberBeliefs {
  readonly beliefs: WarmthBeliefs;
  /** What is believed before one's own counts: posteriorOf(prior, own) is `beliefs.pooled`. */
  readonly prior: StagePrior;
  readonly weights: readonly StageWeights[];
}

/**
 * engine.md, section 2: a person's counts shrink to the team's (KAPPA_PERSON moments), the team's to the workspace's (KAPPA_TEAM), and
 * the workspace's start from the article; every class of warmth goes the same way from its own figures in the wider group. A level in
 * which nobody else has tried anything is left out: who is alone has the workspace's figures, and who has tried nothing the team's.
 */
export function memberBeliefs(
  { own, team, others }: MemberCounts,
  article: Pick<Prior, 'alpha' | 'beta'>,
): MemberBeliefs {
  const inTurn = [
    { name: 'others' as const, counts: others, kappa: 0 },
    { name: 'team' as const, counts: team, kappa: KAPPA_TEAM },
    { name: 'own' as const, counts: own, kappa: KAPPA_PERSON },
  ].filter(({ name, counts }) => name === 'own' || hasMoments(counts));
  let prior: StagePrior = article;
  let beliefs: WarmthBeliefs | null = null;
  let weights = perStage((): number => 1).map((): StageWeights => ({ own: 0, team: 0, others: 0, article: 1 }));
  for (const { name, counts, kappa } of inTurn) {
    prior = beliefs ? strengthened(beliefs.pooled, kappa) : article;
    const tried = pooledCounts(counts).stages.map((stage) => Math.max(0, stage.tried));
    weights = weights.map((before, index) => joined(before, name, at(tried, index), massOf(prior, index)));
    beliefs = beliefs ? narrowed(beliefs, counts, prior, kappa) : warmthBeliefs(counts, article);
  }
  return { beliefs: beliefs ?? warmthBeliefs(own, article), prior, weights };
}

function hasMoments(counts: WarmthCounts): boolean {
  return pooledCounts(counts).stages.some((stage) => stage.tried > 0);
}

/** The means of a posterior as `kappa` moments. */
function strengthened({ alpha, gammaRefuse, beta }: Posterior, kappa: number): StagePrior {
  const scaled = (list: StageList) =>
    list.map((part, index) => {
      const whole = at(alpha, index) + at(gammaRefuse, index) + at(beta, index);
      return whole > 0 ? (kappa * part) / whole : 0;
    });
  return { alpha: scaled(alpha), gammaRefuse: scaled(gammaRefuse), beta: scaled(beta) };
}

function massOf({ alpha, gammaRefuse, beta }: StagePrior, index: number): number {
  return at(alpha, index) + at(beta, index) + (gammaRefuse ? at(gammaRefuse, index) : 0);
}

/** `tried` moments of a group beside `mass` moments of what stands above it. */
function joined(before: StageWeights, name: keyof StageWeights, tried: number, mass: number): StageWeights {
  const whole = tried + mass;
  const above = whole > 0 ? mass / whole : 0;
  const scaled = {
    own: before.own * above,
    team: before.team * above,
    others: before.others * above,
    article: before.article * above,
  };
  return { ...scaled, [name]: scaled[name] + (whole > 0 ? tried / whole : 0) };
}

/** The figures of a group within another: those of the wider one as `kappa` moments, and its own counts. */
function narrowed(wider: WarmthBeliefs, counts: WarmthCounts, prior: StagePrior, kappa: number): WarmthBeliefs {
  const shares = (list: readonly number[]) => {
    const whole = sumOf(list);
    return list.map((part) => (kappa * part) / whole);
  };
  const [silentStay = 0, silentSpoke = 0, silentInterested = 0] = shares(wider.transitions.silent);
  const [spokeStay = 0, spokeInterested = 0] = shares(wider.transitions.spoke);
  return {
    pooled: posteriorOf(prior, pooledCounts(counts)),
    classes: counts.stages.map((stage, index) => {
      const above = wider.classes[index];
      if (!above) throw new RangeError(`no classes of stage ${index + 1}`);
      return {
        silent: evidenceWithin(above.silent, stage.silent, kappa),
        spoke: evidenceWithin(above.spoke, stage.spoke, kappa),
        interested: evidenceWithin(above.interested, stage.interested, kappa),
      };
    }),
    transitions: withTransitions(
      { silent: [silentStay, silentSpoke, silentInterested], spoke: [spokeStay, spokeInterested] },
      counts,
    ),
  };
}

function evidenceWithin(wider: ClassEvidence, own: WarmthStageCounts, kappa: number): ClassEvidence {
  const { sale, refuse, goOn } = classBelief(wider);
  const whole = sale + refuse + goOn;
  const rest = refuse + goOn;
  return {
    otherSales: sale / whole,
    otherRest: rest / whole,
    otherRefusal: rest > 0 ? refuse / rest : 0,
    factor: 1,
    kappa,
    own,
  };
}
