import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const token = drawn(36, undefined, 451);
const madeUp = `Kraken${drawn(2, '23456789', 452)}!${drawn(6, undefined, 453)}`;
const encoded = Buffer.from(madeUp).toString('base64');
const user = Buffer.from('app-user-2').toString('base64');

describe('what a resource declares to be a secret', () => {
  it.each([
    [
      'resource "kubernetes_secret" "x" {\n  metadata {\n    name = "x"\n  }\n  data = {\n    w = "',
      token,
      '"\n  }\n}',
    ],
    [
      'resource "kubernetes_secret_v1" "x" {\n  data = {\n    user = "app-user-2"\n    "w" = "',
      madeUp,
      '"\n  }\n}',
    ],
    ['resource "aws_ssm_parameter" "x" {\n  type = "SecureString"\n  value = "', token, '"\n}'],
    ['resource "aws_ssm_parameter" "x" {\n  value = "', madeUp, '"\n  type = "SecureString"\n}'],
    ['resource "github_actions_secret" "x" {\n  repository = "r"\n  plaintext_value = "', token, '"\n}'],
    ['resource "azurerm_key_vault_secret" "x" {\n  name = "x"\n  value = "', madeUp, '"\n}'],
    ['secretGenerator:\n- name: x\n  literals:\n  - user=app\n  - other=', madeUp, '\n'],
  ])('is found: %s%s%s', (before, secret, after) => {
    expect(found(before + secret + after, 'main.tf')).toEqual([[secret, 'certain']]);
  });

  it.each([
    'resource "kubernetes_secret" "x" {\n  data = {\n    w = var.token2\n    b = random_password.x.result\n  }\n}',
    'resource "kubernetes_secret" "x" {\n  data = {\n    url = "https://acme.io/v2"\n    user = "app-user-2"\n  }\n}',
    `resource "kubernetes_config_map" "x" {\n  data = {\n    w = "${token}"\n  }\n}`,
    `resource "aws_ssm_parameter" "x" {\n  type = "String"\n  value = "ami-${drawn(17, '0123456789abcdef', 454)}"\n}\nresource "aws_ssm_parameter" "y" {\n  type = "SecureString"\n  value = var.x\n}`,
    `configMapGenerator:\n- name: x\n  literals:\n  - other=${token}\n`,
    'secretGenerator:\n- name: x\n  literals:\n  - user=app2\nimages:\n- name: app\n  newTag: 1.2.3-b4f5c6d7e8\n',
  ])('is none: %s', (text) => expect(found(text, 'main.tf')).toEqual([]));
});

describe('a Secret of Kubernetes that is not written a line an entry', () => {
  it.each([
    ['apiVersion: v1\nkind: Secret\ndata: {whatever: ', encoded, '}\n'],
    [`apiVersion: v1\nkind: Secret\ndata: {user: ${user}, whatever: "`, encoded, '"}\n'],
    ['{"apiVersion":"v1","kind":"Secret","data":{"whatever":"', encoded, '"}}'],
    ['{"data":{"whatever":"', encoded, '"},"kind":"Secret","apiVersion":"v1"}'],
    ['{"kind":"Secret","apiVersion":"v1",\n"data":{"pw":"', encoded, '"}}'],
    ['      {"apiVersion":"v1","data":{"x":"', encoded, '"},"kind":"Secret","metadata":{"name":"x"}}\n'],
    ['x: "{\\"kind\\":\\"Secret\\",\\"stringData\\":{\\"x\\":\\"', token, '\\"}}"\n'],
    ['kind: Secret\nstringData:\n  app.conf: |\n    user = app\n    key ', token, '\n    other = 3\n'],
    ['kind: Secret\nstringData:\n  conn: |\n    ', madeUp, '\n  user: app\n'],
    ['kind: Secret\nstringData:\n  a: |\n    x\n\n    y\n  db: ', token, '\n'],
    ['kind: Secret\nstringData:\n  url: ', token, '\n'],
  ])('is found: %s%s%s', (before, secret, after) => {
    expect(found(before + secret + after, 's.yaml')).toEqual([[secret, 'certain']]);
  });

  it.each([
    `{"apiVersion":"v1","kind":"ConfigMap","data":{"whatever":"${encoded}"}}`,
    `{"items":[{"kind":"Secret","name":"db2-password"},{"kind":"ConfigMap","data":{"whatever":"${encoded}"}}]}`,
    `{"kind":"SecretList","data":{"x":"${encoded}"}}`,
    `{"kind":"Secret","data":{"user":"${user}"}}`,
    'kind: Secret\nstringData:\n  db: orders-2024\n  database: app_v2\n  url: https://db.acme.io:5432/orders2\n',
    'kind: Secret\nstringData:\n  app.conf: |\n    host = db.acme.io\n    level = debug2\n    url = https://acme.io/v2/items\n',
    `kind: Secret\nstringData:\n  identity.pub: |\n    ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAI${drawn(90, undefined, 455)}=\n`,
    `kind: Secret\nstringData:\n  known_hosts: |\n    git.acme.io ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${drawn(43, undefined, 456)}\n`,
    'it names kind: Secret } and kind: Secret } in prose',
  ])('is none: %s', (text) => expect(found(text, 's.yaml')).toEqual([]));
});
