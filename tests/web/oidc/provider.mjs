// A real OIDC provider that vouches for whoever is picked on its page. Started by tests/web/provider.py with one JSON
// argument: port, client_id, client_secret, redirect_uri, and accounts: { name: { groups, seconds, audience } }.
import { createRequire } from "node:module"
import Provider, { interactionPolicy } from "oidc-provider"

const require = createRequire(createRequire(import.meta.url).resolve("oidc-provider"))
const { SignJWT, decodeJwt, exportJWK, generateKeyPair } = await import(require.resolve("jose"))

const asked = JSON.parse(process.argv[2])
const issuer = `http://localhost:${asked.port}`
const { privateKey } = await generateKeyPair("RS256", { extractable: true })
const jwk = { ...(await exportJWK(privateKey)), kid: "test", alg: "RS256", use: "sig" }
const policy = interactionPolicy.base()
policy.add(new interactionPolicy.Prompt({ name: "select_account", requestable: true }), 0)

const provider = new Provider(issuer, {
    clients: [{
        client_id: asked.client_id,
        client_secret: asked.client_secret,
        redirect_uris: [asked.redirect_uri],
        post_logout_redirect_uris: [asked.redirect_uri],
    }],
    jwks: { keys: [jwk] },
    cookies: { keys: ["for tests only"] },
    scopes: ["openid", "profile"],
    claims: { openid: ["sub", "groups"], profile: ["name"] },
    conformIdTokenClaims: false,
    ttl: { IdToken: (_ctx, token) => asked.accounts[token.available?.sub]?.seconds ?? 3600, Session: 3600 },
    interactions: { policy, url: (_ctx, interaction) => `/vaelg/${interaction.uid}` },
    findAccount: (_ctx, sub) => ({
        accountId: sub,
        claims: () => ({ sub, name: `Navn ${sub}`, ...(asked.accounts[sub]?.groups && { groups: asked.accounts[sub].groups }) }),
    }),
    loadExistingGrant: async (ctx) => {
        const grant = new provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId })
        grant.addOIDCScope("openid profile")
        await grant.save()
        return grant
    },
    features: {
        devInteractions: { enabled: false },
        rpInitiatedLogout: {
            logoutSource: (ctx, form) => {
                ctx.body = `<!DOCTYPE html><title>Log ud</title>${form}<button form="op.logoutForm" name="logout" value="yes">Log helt ud</button>`
            },
        },
    },
})

provider.use(async (ctx, next) => {
    const picking = ctx.path.match(/^\/vaelg\/[^/]+(\/(\w+))?$/)
    if (picking && !picking[2]) {
        const { uid } = await provider.interactionDetails(ctx.req, ctx.res)
        const ways = Object.keys(asked.accounts).map((name) => `<li><a href="/vaelg/${uid}/${name}">${name}</a></li>`)
        ctx.body = `<!DOCTYPE html><html lang="da"><title>Vælg konto</title><ul>${ways.join("")}</ul></html>`
        return
    }
    if (picking) {
        await provider.interactionFinished(ctx.req, ctx.res, { select_account: {}, login: { accountId: picking[2] } })
        ctx.respond = false
        return
    }
    await next()
    const audience = ctx.oidc?.route === "token" && asked.accounts[ctx.oidc.account?.accountId]?.audience
    if (audience) {
        // Signed by the right key, for somebody else: with azp ours, Authlib lets it pass.
        const claims = { ...decodeJwt(ctx.body.id_token), aud: [audience], azp: asked.client_id }
        ctx.body.id_token = await new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "test" }).sign(privateKey)
    }
})

provider.on("server_error", (_ctx, error) => console.error(error))
provider.listen(asked.port, "localhost", () => console.log("klar"))
