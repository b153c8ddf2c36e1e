import type { StageCounts } from './posterior.ts';

/** Of one stage of the bank's campaign; `stopped`: non-buyers whose last contact it was. */
export interface CampaignStage extends StageCounts {
  readonly stopped: number;
}

/**
 * Contacts of a Portuguese bank's telephone campaign, 45,211 prospects and 5,289 buyers, counted from the public bank-marketing data
 * (Moro, Cortez and Rita 2014, UCI, CC BY 4.0). A non-buyer is right-censored at the last contact; refusals are not recorded.
 */
export const bankStages: readonly CampaignStage[] = [
  { tried: 45211, sold: 2561, refused: 0, stopped: 14983 },
  { tried: 27667, sold: 1401, refused: 0, stopped: 11104 },
  { tried: 15162, sold: 618, refused: 0, stopped: 4903 },
  { tried: 9641, sold: 317, refused: 0, stopped: 3205 },
  { tried: 6119, sold: 139, refused: 0, stopped: 1625 },
  { tried: 4355, sold: 92, refused: 0, stopped: 1199 },
  { tried: 3064, sold: 47, refused: 0, stopped: 688 },
  { tried: 2329, sold: 32, refused: 0, stopped: 508 },
  { tried: 1789, sold: 21, refused: 0, stopped: 306 },
  { tried: 1462, sold: 14, refused: 0, stopped: 252 },
  { tried: 1196, sold: 16, refused: 0, stopped: 185 },
  { tried: 995, sold: 4, refused: 0, stopped: 151 },
];

/** Buyers and non-buyers whose last contact came after the twelfth. */
export const bankBeyond12 = { sold: 27, stopped: 813 };
