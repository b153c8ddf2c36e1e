import { fewestInTotal } from '#core/time/time-kind';
import { AppError } from '#contract/app-error';
import { membersByName } from '#db/member';
import type { Tx } from '#db/transaction';

/** `forbidden` for a total of the workspace from which somebody could be recognised (product.md, definition 22). Who is alone has no secret. */
export async function refuseSmallTotal(tx: Tx): Promise<void> {
  const working = (await membersByName(tx)).filter((member) => member.role !== 'viewer').length;
  if (working > 1 && working < fewestInTotal)
    throw new AppError('forbidden', {
      at: 'of',
      detail: `A total of fewer than ${fewestInTotal} people says whose it is.`,
    });
}
