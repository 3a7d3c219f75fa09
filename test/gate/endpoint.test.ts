import { describe, expect, it } from 'vitest';
import { isLoopback, namesHost } from '../../src/gate/endpoint.ts';

describe('loopback', () => {
  it.each([
    'http://127.0.0.1:8000/v1',
    'http://127.8.9.10',
    'http://localhost:11434',
    'http://[::1]:8000/v1',
    'https://LOCALHOST',
    '127.0.0.1:8000',
    'localhost:8000/v1',
  ])('is %s', (endpoint) => expect(isLoopback(endpoint)).toBe(true));

  it.each([
    '',
    'http://0.0.0.0:8000',
    'http://10.0.0.5',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://127.0.0.1@example.com',
    '127.0.0.1:80@example.com',
    'http://example.com/127.0.0.1',
    'http://[::ffff:8.8.8.8]',
    'file:///127.0.0.1',
    'ssh://127.0.0.1',
  ])('is not %s', (endpoint) => expect(isLoopback(endpoint)).toBe(false));
});

describe('a network class that names the host', () => {
  it.each([
    ['bounded-to-10.0.0.5', 'http://10.0.0.5:8000', true],
    ['bounded-to-10.0.0.50', 'http://10.0.0.5:8000', false],
    ['bounded-to-110.0.0.5', 'http://10.0.0.5:8000', false],
    ['bounded: models.lan only', 'https://models.lan/v1', true],
    ['loopback-only', 'http://10.0.0.5:8000', false],
  ])('%s, %s: %s', (networkClass, endpoint, named) => {
    expect(namesHost(networkClass, endpoint)).toBe(named);
  });
});
