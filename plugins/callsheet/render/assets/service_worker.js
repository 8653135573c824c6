/*! Made by `make javascript`: sources f4a22bf71a9ccc6a, code 535258a0699d9310 */
"use strict";(()=>{var o=self.callsheetBuild,r="callsheet ",h="/assets/callsheet/sandbox/",s=self,i=`${r}${s.registration.scope} `;async function l(a,t){
if(t.status!==200||t.type!=="basic")return;await(await caches.open(i+o)).put(a,t).catch(()=>{})}async function d(a){let{
pathname:t}=new URL(a.url),e=t.includes(h)&&!t.endsWith("/manifest.json"),c=await(await caches.open(i+o)).match(a,{ignoreVary:!0});
if(e&&c)return c;try{let n=await fetch(a);return await l(a,n.clone()),n}catch(n){if(c)return c;throw n}}s.addEventListener(
"install",()=>s.skipWaiting());s.addEventListener("activate",a=>{let t=async()=>{for(let e of await caches.keys())e.startsWith(
i)&&e!==i+o&&await caches.delete(e);await s.clients.claim()};a.waitUntil(t())});s.addEventListener("fetch",a=>{let{request:t}=a,
e=t.url.startsWith(s.registration.scope);t.method==="GET"&&e&&!t.headers.has("Range")&&a.respondWith(d(t))});})();
