import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import { codeOf } from '../../data/api-problem.ts';
import { appointmentQuery, calendarActs } from '../../data/calendar.ts';
import { useMayWrite } from '../../data/me.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';

/** What the other knows of an appointment: invited or not, what they answered, and whether a change is still to tell. */
export function AppointmentLine({ opportunity }: { opportunity: Opportunity }) {
  const { t } = useTranslation(['calendar', 'problem']);
  const mayWrite = useMayWrite();
  const { data } = useQuery(appointmentQuery(opportunity.id));
  const invite = useAct({ run: calendarActs.invite, says: () => t('calendar:inviteSent'), quiet: true });
  const appointment = data?.appointment;
  if (!appointment) return null;
  const off = appointment.state === 'cancelled';
  const fresh = appointment.invited === null;
  // Called off and told: nothing is left to say.
  if ((off && !appointment.toTell) || (fresh && !opportunity.person?.email)) return null;
  const address = appointment.invited ?? '';
  const told = off
    ? t('calendar:invitedOff', { address })
    : appointment.toTell
      ? t('calendar:invitedTell', { address })
      : `${t('calendar:invited', { address })} ${t(`calendar:answer.${appointment.answer ?? 'none'}`)}`;
  return (
    <div className="appointment-line small">
      {!fresh && <p>{told}</p>}
      {mayWrite && (fresh || appointment.toTell) && (
        <Button size="small" busy={invite.isPending} onClick={() => invite.mutate(opportunity.id)}>
          {t(fresh ? 'calendar:invite' : off ? 'calendar:inviteOff' : 'calendar:inviteAgain')}
        </Button>
      )}
      {invite.error && (
        <p className="field__error" role="alert">
          {t(`problem:${codeOf(invite.error)}`)}
        </p>
      )}
    </div>
  );
}
