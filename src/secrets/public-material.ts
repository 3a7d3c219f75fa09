/** Public keys as OpenSSH writes them, PEM of what anyone may read, digests and data in their own notation, a site's keys. */
const BY_PREFIX =
  /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-|AAAA[BCE][23]Nza|-----BEGIN (?:(?:TRUSTED |X509 )?CERT|(?:RSA |EC |SSH2 |PGP )?PUBLIC)|sha(?:1|256|384|512)[-:~]|md5[-:]|data:|pk[_.]|phc_|sb_publishable)/;

/** The same PEM in base64, as kubeconfig and Terraform write it: `-----BEGIN CERT`, `-----BEGIN PUBL`, `-----BEGIN RSA PUBL`. */
const PEM_IN_BASE64 = /^LS0tLS1CRUdJTiB(?:DRVJU|QVUJM|SU0EgUFVCTE|FQyBQVUJM)/;

/**
 * DER in base64. A SubjectPublicKeyInfo (RFC 5280, 4.1) of RSA with two lengths of keys, of P-256, P-384 and P-521
 * (RFC 5480), of Ed25519 and X25519 (RFC 8410); and a certificate of version 3, long or short: two sequences, then `[0] { 2 }`.
 */
const DER_IN_BASE64 =
  /^(?:MII[A-Za-z0-9+/]{2,3}jANBgkqhkiG9w0BAQEFAAOC|MIGfMA0GCSqGSIb3DQEBAQUAA4GN|MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQc|MHYwEAYHKoZIzj0CAQYFK4EEACI|MIGbMBAGByqGSM49AgEGBSuBBAAj|MCowBQYDK2V[wu]AyEA|MII[A-Za-z0-9+/]{3}(?:CC[A-Za-z0-9+/]{3}gAwIBAgI|CB[A-Za-z0-9+/]{2}ADAgECAh))/;

/** Whether a value says by its beginning that anyone may read it. A private key further on is found by itself. */
export function isPublicMaterial(text: string): boolean {
  return BY_PREFIX.test(text) || PEM_IN_BASE64.test(text) || DER_IN_BASE64.test(text);
}
