import {
  BriefcaseBusiness,
  Handshake,
  Hourglass,
  Mail,
  MapPin,
  MessageCircle,
  Phone,
  Signature,
  Video,
  type LucideIcon,
} from 'lucide-react';
import type { NextChannel } from '#core/opportunity/vocabulary';

const icons: Record<NextChannel, LucideIcon> = {
  call: Phone,
  message: MessageCircle,
  email: Mail,
  linkedin: BriefcaseBusiness,
  meeting: Handshake,
  video: Video,
  visit: MapPin,
  post: Signature,
  wait: Hourglass,
};

/** Beside the channel's word, never instead of it. */
export function ChannelIcon({ channel, size = 18 }: { channel: NextChannel; size?: number }) {
  const Icon = icons[channel];
  return <Icon size={size} aria-hidden="true" />;
}
