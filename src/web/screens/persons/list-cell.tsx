import { useTranslation } from 'react-i18next';
import type { CustomField } from '#contract/custom-field';
import type { Opportunity } from '#contract/opportunity';
import { Money } from '../../ui/texts.tsx';
import { Trail } from '../../ui/trail.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useStages } from '../board/stage-names.ts';
import { useFieldWords } from '../fields/use-field-words.ts';
import { NextOrEnd } from './opportunity-rows.tsx';

/** What stands in one column of the list for one opportunity. */
export function ListCell({
  column,
  opportunity,
  fields,
}: {
  column: string;
  opportunity: Opportunity;
  fields: readonly CustomField[];
}) {
  const { t } = useTranslation('words');
  const format = useFormat();
  const { of } = useStages();
  const words = useFieldWords();
  const field = fields.find((one) => column === `field:${one.id}`);
  if (field) return <>{words(field, opportunity.custom[field.id]) ?? ''}</>;
  switch (column) {
    case 'trail':
      return (
        <Trail
          known={opportunity.heldKnown}
          held={opportunity.held}
          next={opportunity.nextMoment?.number ?? null}
          worded
        />
      );
    case 'next':
      return <NextOrEnd opportunity={opportunity} />;
    case 'value':
      return <Money minor={opportunity.value} />;
    case 'stage':
      return <>{of(opportunity.stage)}</>;
    case 'assignee':
      return <>{opportunity.assignee.name}</>;
    case 'source':
      return <>{opportunity.source ?? ''}</>;
    case 'warmth':
      return <>{t(`warmth.${opportunity.warmth}`)}</>;
    case 'pace':
      return <>{t(`pace.${opportunity.pace}`)}</>;
    case 'created':
      return <>{format.fullDate(opportunity.createdOn)}</>;
    default:
      return null;
  }
}
