import {
  createCipheriv,
  createECDH,
  createPrivateKey,
  type ECDH,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';

/** The keys of this server: by them a push service knows that it is the one that a browser gave its address to (RFC 8292). */
export type PushKeys = { publicKey: string; privateKey: KeyObject };
/** A browser's address with the keys that only it can read by. */
export type Subscription = { endpoint: string; p256dh: string; auth: string };
export type PushRequest = { url: string; headers: Record<string, string>; body: Buffer };

/** The order of P-256, less one: a private key lies from 1 up to it. */
const orderLessOne = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550n;

/**
 * From the secret of the installation, which is made at the first start and kept in the data folder: another secret is another key, and
 * browsers that asked before ask again by themselves.
 */
export function pushKeys(secret: string): PushKeys {
  // 48 bytes, so that no key is likelier than another (FIPS 186-5, A.2.1).
  const wide = Buffer.from(hkdfSync('sha256', secret, '', 'aanhouder web push', 48));
  const scalar = (BigInt(`0x${wide.toString('hex')}`) % orderLessOne) + 1n;
  const d = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex');
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(d);
  const point = curve.getPublicKey();
  const jwk = { kty: 'EC', crv: 'P-256', d: d.toString('base64url'), ...coordinates(point) };
  return { publicKey: point.toString('base64url'), privateKey: createPrivateKey({ key: jwk, format: 'jwk' }) };
}

function coordinates(point: Buffer): { x: string; y: string } {
  return { x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
}

/** What is posted to the push service: the text readable by that browser alone, signed by this server. `contact`: mailto: or https:. */
export function pushRequest(
  to: Subscription,
  text: string,
  { keys, contact, now, ttlSeconds }: { keys: PushKeys; contact: string; now: Date; ttlSeconds: number },
): PushRequest {
  const { origin } = new URL(to.endpoint);
  const token = signed(
    { aud: origin, exp: Math.floor(now.getTime() / 1000) + 12 * 3600, sub: contact },
    keys.privateKey,
  );
  return {
    url: to.endpoint,
    headers: {
      authorization: `vapid t=${token}, k=${keys.publicKey}`,
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(ttlSeconds),
      urgency: 'normal',
    },
    body: encrypt(Buffer.from(text, 'utf8'), to),
  };
}

/** A JSON Web Token by ES256. */
function signed(claims: Record<string, unknown>, privateKey: KeyObject): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(head), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${head}.${signature.toString('base64url')}`;
}

const recordSize = 4096;

/** RFC 8291 over RFC 8188, in one record. `ours` and `salt`: fresh each time; given only to hold it against the example of the RFC. */
export function encrypt(
  text: Buffer,
  { p256dh, auth }: Pick<Subscription, 'p256dh' | 'auth'>,
  ours: ECDH = freshKeys(),
  salt: Buffer = randomBytes(16),
): Buffer {
  const theirs = Buffer.from(p256dh, 'base64url');
  const own = ours.getPublicKey();
  const shared = ours.computeSecret(theirs);
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, own]);
  const material = hkdfSync('sha256', shared, Buffer.from(auth, 'base64url'), about, 32);
  const derived = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(material), salt, `Content-Encoding: ${name}\0`, length));
  const cipher = createCipheriv('aes-128-gcm', derived('aes128gcm', 16), derived('nonce', 12));
  // 2: the last record.
  const sealed = Buffer.concat([
    cipher.update(Buffer.concat([text, Buffer.from([2])])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(recordSize, 0);
  head.writeUInt8(own.length, 4);
  return Buffer.concat([salt, head, own, sealed]);
}

function freshKeys(): ECDH {
  const keys = createECDH('prime256v1');
  keys.generateKeys();
  return keys;
}
