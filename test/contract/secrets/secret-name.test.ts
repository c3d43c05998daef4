import { describe, expect, test } from 'vitest';
import { isSecretName } from '../../../src/contract/secrets/secret-name.ts';

describe('isSecretName', () => {
  test.each([
    ...['password', 'PASSWORD', 'passwd', 'pwd', 'share_password', 'newPassword', 'passphrase'],
    ...['secret', 'client_secret', 'secretKey', 'credentials', 'Authorization', 'sessionId'],
    ...['token', 'access_token', 'authtoken', 'shareToken', 'id-token', 'token[]', 'user[token]'],
    ...['ticket', 'TICKET', 'X-Cr-Purchase-Ticket', 'X-Amz-Signature', 'signature'],
    ...['apikey', 'api_key', 'X-API-Key', 'subscription.key', 'key', 'user[key]', 'sig', 'otp'],
  ])('finds a secret in "%s"', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  test.each([
    ...['page', 'expires_at__gte', 'documentID', 'share_id', 'order_by', 'status', ''],
    ...['next_page_token', 'pageToken', 'continuation-token', 'tokens', 'token_type'],
    ...['keyword', 'sort_key', 'monkey', 'compass', 'author', 'design', 'shipping', 'side'],
  ])('finds none in "%s"', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});
