import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * Everything from our own address, nothing inline, nothing embedded: text that somebody put into a name cannot become a program, and
 * no page of ours asks a third party for anything. Blob and data only for images (a picture chosen but not yet sent).
 */
const directives = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

export async function addSecurityHeaders(app: FastifyInstance, appUrl: string): Promise<void> {
  const https = appUrl.startsWith('https:');
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    // Only what is reached by https may demand https.
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  });
}
