import { queryOptions } from '@tanstack/react-query';
import type { AddPushDevice, Push, UpdatePush } from '#contract/push';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const pushQuery = queryOptions({
  queryKey: keys.push,
  queryFn: ({ signal }) => api.get<Push>('/push', undefined, signal),
});

export const pushActs = {
  change: (wish: UpdatePush) => api.patch<Push>('/push', wish),
  add: (device: AddPushDevice) => api.post<Push>('/push/devices', device),
  remove: (id: string) => api.remove(`/push/devices/${id}`),
};
