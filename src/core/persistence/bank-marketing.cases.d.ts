import type { StageCounts } from './posterior.ts';
/** Of one stage of the bank's campaign; `stopped`: non-buyers whose last contact it was. */
export interface CampaignStage extends StageCounts {
    readonly stopped: number;
}
/**
 * Contacts of a Portuguese bank's telephone campaign, 45,211 prospects and 5,289 buyers, counted from the public bank-marketing data
 * (Moro, Cortez and Rita 2014, UCI, CC BY 4.0). A non-buyer is right-censored at the last contact; refusals are not recorded.
 */
export declare const bankStages: readonly CampaignStage[];
/** Buyers and non-buyers whose last contact came after the twelfth. */
export declare const bankBeyond12: {
    sold: number;
    stopped: number;
};
