import type { Warmth } from '../opportunity/vocabulary.ts';
import { multipliedHazard } from './pooling.ts';
import { at, sumOf } from './stage-list.ts';
import { classBelief, type Belief, type WarmthBeliefs } from './warmth-beliefs.ts';
import { byWarmth } from './warmth-counts.ts';

/** Chance of the sale and of going on at one stage, given that it is reached. */
export interface StageChance {
  readonly hazard: number;
  readonly goOn: number;
}

/** Chances by stage (index 0 = stage 1) for every warmth, and of growing warmer after a moment that goes on. */
export interface WarmthModel {
  readonly stages: readonly Readonly<Record<Warmth, StageChance>>[];
  readonly silentToSpoke: number;
  readonly silentToInterested: number;
  readonly spokeToInterested: number;
}

function meanOf({ sale, refuse, goOn }: Belief): StageChance {
  const whole = sale + refuse + goOn;
  return { hazard: sale / whole, goOn: goOn / whole };
}

/** The means of what is believed. */
export function warmthModel({ pooled, classes, transitions }: WarmthBeliefs): WarmthModel {
  const fromSilent = sumOf(transitions.silent);
  return {
    stages: classes.map(({ silent, spoke, interested }, index) => ({
      unknown: { hazard: at(pooled.hazards, index), goOn: at(pooled.continues, index) },
      silent: meanOf(classBelief(silent)),
      spoke: meanOf(classBelief(spoke)),
      interested: meanOf(classBelief(interested)),
    })),
    silentToSpoke: transitions.silent[1] / fromSilent,
    silentToInterested: transitions.silent[2] / fromSilent,
    spokeToInterested: transitions.spoke[1] / sumOf(transitions.spoke),
  };
}

/**
 * Visits the stages after `held` as a prospect with this warmth meets them: at each a mixture over the classes that it may have
 * reached, weighted by who is still there. Looking ahead inside a fixed class would drop the value of growing warmer. Our
 * approximation (engine.md, section 2): the classes' own sales, refusals and transitions are followed, a person's longer history
 * is not. `unknown` stays with the pooled figures.
 */
export function walkAhead(
  model: WarmthModel,
  held: number,
  warmth: Warmth,
  visit: (index: number, hazard: number, goOn: number) => void,
): void {
  let silent = warmth === 'silent' ? 1 : 0;
  let spoke = warmth === 'spoke' ? 1 : 0;
  let interested = warmth === 'interested' ? 1 : 0;
  for (let index = held; index < model.stages.length; index += 1) {
    const stage = model.stages[index];
    if (!stage) return;
    if (warmth === 'unknown') {
      visit(index, stage.unknown.hazard, stage.unknown.goOn);
      continue;
    }
    const silentOn = silent * stage.silent.goOn;
    const spokeOn = spoke * stage.spoke.goOn;
    const interestedOn = interested * stage.interested.goOn;
    const goOn = silentOn + spokeOn + interestedOn;
    visit(
      index,
      silent * stage.silent.hazard + spoke * stage.spoke.hazard + interested * stage.interested.hazard,
      goOn,
    );
    if (!(goOn > 0)) continue;
    silent = (silentOn * (1 - model.silentToSpoke - model.silentToInterested)) / goOn;
    spoke = (spokeOn * (1 - model.spokeToInterested) + silentOn * model.silentToSpoke) / goOn;
    interested = (interestedOn + spokeOn * model.spokeToInterested + silentOn * model.silentToInterested) / goOn;
  }
}

/**
 * The same as lists of all 12 stages, for the forecast and the index of one prospect; stages already held keep the class's own
 * figures.
 */
export function lookAhead(
  model: WarmthModel,
  held: number,
  warmth: Warmth,
): { hazards: number[]; continues: number[] } {
  const hazards = model.stages.map((stage) => stage[warmth].hazard);
  const continues = model.stages.map((stage) => stage[warmth].goOn);
  walkAhead(model, held, warmth, (index, hazard, goOn) => {
    hazards[index] = hazard;
    continues[index] = goOn;
  });
  return { hazards, continues };
}

/** The model of one person who sells `multiplier` times as much (pooling.ts); refusals keep their share of what is not sold. */
export function scaledModel(model: WarmthModel, multiplier: number): WarmthModel {
  if (multiplier === 1) return model;
  const scaled = ({ hazard, goOn }: StageChance): StageChance => {
    const raised = multipliedHazard(hazard, multiplier);
    return { hazard: raised, goOn: hazard < 1 ? (goOn / (1 - hazard)) * (1 - raised) : 0 };
  };
  return { ...model, stages: model.stages.map((stage) => byWarmth((warmth) => scaled(stage[warmth]))) };
}
