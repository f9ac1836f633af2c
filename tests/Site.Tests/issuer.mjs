// A small issuer (OpenID Connect) for the browser: signs in whoever comes as the person it was told of, and can say that they signed out.
import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";

const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
const part = (content) => Buffer.from(typeof content === "string" ? content : JSON.stringify(content)).toString("base64url");
const seconds = () => Math.floor(Date.now() / 1000);

/** Listens, and gives { address, person, settings(folder), signOut(site), stop }. */
export async function startIssuer(person) {
  const codes = new Map();
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = `http://127.0.0.1:${server.address().port}`;
  const issuer = { address, person, settings, signOut, stop: () => server.close() };
  return issuer;

  async function answer(request, response) {
    const url = new URL(request.url, address);
    const body = new URLSearchParams(request.method === "POST" ? (await request.toArray()).join("") : "");
    const routes = {
      "/.well-known/openid-configuration": () => json(response, document()),
      "/keys": () => json(response, { keys: [{ ...keys.publicKey.export({ format: "jwk" }), kid: "one", use: "sig" }] }),
      "/authorize": () => authorize(url.searchParams, response),
      "/token": () => token(body, response),
      "/end": () => json(response, "signed out"),
    };
    (routes[url.pathname] ?? (() => response.writeHead(404).end()))();
  }

  function document() {
    return {
      issuer: address,
      authorization_endpoint: `${address}/authorize`,
      token_endpoint: `${address}/token`,
      jwks_uri: `${address}/keys`,
      end_session_endpoint: `${address}/end`,
    };
  }

  function authorize(asked, response) {
    const code = randomUUID();
    codes.set(code, asked);
    const back = new URL(asked.get("redirect_uri"));
    back.search = new URLSearchParams({ code, state: asked.get("state"), iss: address });
    response.writeHead(302, { location: String(back) }).end();
  }

  function token(form, response) {
    const asked = codes.get(form.get("code"));
    codes.delete(form.get("code"));
    const challenge = createHash("sha256").update(form.get("code_verifier")).digest("base64url");
    if (asked?.get("code_challenge") !== challenge) return json(response, { error: "invalid_grant" }, 400);
    const claims = { ...issuer.person, nonce: asked.get("nonce") };
    return json(response, { token_type: "Bearer", access_token: "x", id_token: signed("JWT", claims) });
  }

  function signed(typ, claims) {
    const now = seconds();
    const whole = { iss: address, aud: "weerbaar", iat: now, exp: now + 120, ...claims };
    const text = `${part({ alg: "RS256", kid: "one", typ })}.${part(whole)}`;
    return `${text}.${sign("sha256", Buffer.from(text), keys.privateKey).toString("base64url")}`;
  }

  /** Writes the file for `--openid`. */
  async function settings(folder) {
    const file = join(folder, "openid.yaml");
    await writeFile(file, [
      `issuer: ${address}`,
      "client-id: weerbaar",
      "button: { nl: Aanmelden met uw rijksaccount, en: Sign in with your government account }",
      "rules:",
      "  - { claim: groups, value: analysts, role: analyst, clearance: internal }",
    ].join("\n"));
    return file;
  }

  /** Tells the site that the person signed out here. */
  function signOut(site) {
    const events = { "http://schemas.openid.net/event/backchannel-logout": {} };
    const logout_token = signed("logout+jwt", { sub: issuer.person.sub, jti: randomUUID(), events });
    return fetch(`${site}/sign-in/organisation/logout`, { method: "POST", body: new URLSearchParams({ logout_token }) });
  }
}

function json(response, content, status = 200) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(content));
}
