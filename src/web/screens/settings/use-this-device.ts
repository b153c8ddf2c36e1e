import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../data/keys.ts';
import { pushActs, pushQuery } from '../../data/push.ts';
import { ownEndpoint, subscribe } from '../../offline/push-device.ts';
import { showToast } from '../../ui/toasts.tsx';

/** Whether this browser gets notices, and the tap that makes it so. */
export function useThisDevice(enabled: boolean) {
  const { t } = useTranslation('notice');
  const client = useQueryClient();
  const push = useQuery({ ...pushQuery, enabled });
  const endpoint = useQuery({ queryKey: keys.ownEndpoint, queryFn: ownEndpoint, enabled });
  const [busy, setBusy] = useState(false);
  const here = push.data?.devices.find((device) => device.endpoint === endpoint.data);
  const add = async (): Promise<void> => {
    if (!push.data || busy) return;
    setBusy(true);
    try {
      const asked = await subscribe(push.data.publicKey);
      if (asked.kind === 'here') {
        client.setQueryData(pushQuery.queryKey, await pushActs.add(asked.device));
        await client.invalidateQueries({ queryKey: keys.ownEndpoint });
        showToast(t('addedToast'));
      } else showToast(t(asked.kind), { tone: 'trouble' });
    } catch {
      showToast(t('failed'), { tone: 'trouble' });
    } finally {
      setBusy(false);
    }
  };
  return { push, here, add, busy };
}
