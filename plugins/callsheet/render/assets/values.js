/*! Made by `make javascript`: sources f1c343528d3d08d9, code e73388f937a67577 */
"use strict";(()=>{var{API_KEY:w,IN_PAGE:S,VALID:l,all:x,assetUrl:T,badge:V,breakable:$,codeText:E,copy:U,credentials:Y,each:q,icon:C,languageOf:L,
load:B,loadStyle:G,make:t,onPage:H,openDialog:A,operationFile:O,placeholders:I,save:W,schemes:P,siteUrl:X,statusNote:j,storedText:z,
values:o}=window.callsheet;function K(){let v=I(),f=[...new Set(v.map(e=>e.dataset.fill??""))],_=f.filter(e=>e.startsWith("path:")),r=t("p",{class:"\
callsheet-note",role:"status"}),b=o.get(),a=(e,n,y,N,D="text")=>{let k=`callsheet-value-${e}`,i=t("input",{id:k,type:D,autocomplete:"\
off",spellcheck:"false","data-value":e,input(){let h=e==="base"?i.value.trim().replace(/\/+$/,""):i.value.trim(),p=!h||!y||
y.test(h);i.setAttribute("aria-invalid",String(!p)),r.textContent=p?"":`${n}: ${N}`,/^(?:base|path:)/.test(e)||o.set("sc\
heme",s.value),o.set(e,p?h:"")}});return i.value=b[e]??"",t("p",{class:"callsheet-field"},t("label",{for:k},n),i)},s=t("\
select",{id:"callsheet-value-scheme",change(){o.set("scheme",s.value),u()}},...P().map(e=>t("option",{value:e},e)));s.value=
b.scheme??s.options[0].value;let d=t("div",{},a("user","User",null,""),a("password","Password",null,"","password")),g="l\
etters, digits and . _ ~ + / = : - only.",m=t("div",{},a("token","Token",l.token,g,"password")),c=t("div",{},a("keyName",
"Header field",l.keyName,"letters, digits, _ and - only."),a("key","Key",l.key,g,"password"));c.querySelector("input").placeholder=
"X-API-Key";let u=()=>{d.hidden=s.value!=="Basic",c.hidden=s.value!==w,m.hidden=!d.hidden||!c.hidden};u();let F=e=>v.some(
({dataset:n})=>n.quote===""&&n.fill===e);A("Your values",t("p",{},"They are filled into the samples of every page, stay \
in this tab until you close it, and are sent nowhere."),f.includes("base")&&a("base","Address of the server",l.base,"an \
address such as https://example.com/tenant."),t("p",{class:"callsheet-field"},t("label",{for:s.id},"Authentication"),s),
d,m,c,t("p",{class:"callsheet-note"},"Programs that sign in by another scheme are changed to this one, where that is pos\
sible."),..._.map(e=>F(e)?a(e,e.slice(5),l.number,"a number, please."):a(e,e.slice(5),l.path,"letters, digits and . _ ~ \
- only.")),r,t("p",{},t("button",{type:"button",class:"callsheet-button",click(){o.forget();for(let e of x("[data-value]"))
e.value="";s.selectedIndex=0,u(),r.textContent="Forgotten."}},"Forget all")))}window.callsheet.askForValues=K;})();
