/*! Made by `make javascript`: sources f4a22bf71a9ccc6a, code 56ff57ec8ed09fa2 */
"use strict";(()=>{var{API_KEY:A,IN_PAGE:L,VALID:I,all:R,assetUrl:U,badge:B,breakable:N,codeText:P,copy:T,credentials:M,each:k,icon:z,languageOf:D,
load:w,loadStyle:F,make:c,onPage:O,openDialog:j,operationFile:G,placeholders:H,save:K,schemes:V,siteUrl:g,statusNote:Y,storedText:Z,
values:J}=window.callsheet;var v="a[data-callsheet-list]",y=".callsheet-filter",S=/(?<=\b(?=\w{18})\w*[a-z]{3})(?=[A-Z][a-z]{2})/,_=new Map;function E(e,s){
return s?[c("wbr"),e]:[e]}function C([e,s,l,o,,t]){let n=c("a",{class:"md-nav__link",href:new URL(e,g("")).href,title:o||
!1},c("span",{class:"md-ellipsis"},...s.split(S).flatMap(E)));return t&&n.firstElementChild?.append(c("small",{},` ${t}`)),
l&&n.append(c("span",{class:`md-status md-status--${l}`})),c("li",{class:"md-nav__item"},n)}function q(e,s){let l=[[],[]];
return e.forEach((o,t)=>{let n=l[t>s?1:0],a=o[4];a&&a!==e[t-1]?.[4]&&n.push(c("li",{class:"md-nav__item callsheet-nav-he\
ading"},a)),t!==s&&n.push(C(o))}),l}async function $(e,s){let[l,o]=(e.dataset.callsheetList??"").split(" ");await w(`nav\
igation/${l}.js`);let t=e.closest("ul");if(!t)return;let[n,a]=q(_.get(l)??[],Number(o)),r=t.querySelector(":scope > .md-\
nav__item--active"),d=(s?e.parentElement:r)?.getBoundingClientRect().top??0,i=0;for(let f of[...t.children]){let m=f.querySelector(
"a"),b=m!==e&&m?.href===e.href;f===r?i=0:!b&&!f.matches(y)&&(m!==e&&(i+=1),f.remove())}r?.before(...n),t.append(...a);let p=[
...a.slice(i),...n].find(f=>f.firstElementChild),h=s?p:r;h&&t.closest(".md-sidebar__scrollwrap")?.scrollBy(0,h.getBoundingClientRect().
top-d),s&&p?.querySelector("a")?.focus({preventScroll:!0})}async function x(e,s,l){let o=e.parentElement,t=o.querySelector(
`:scope > li > ${v}`);t&&await $(t,!1).catch(()=>{});let n=s.toLowerCase().split(/\s+/).filter(Boolean),a=null,[r,u]=[0,
0];for(let d of o.querySelectorAll(`:scope > ${y} ~ li`)){let i=d.querySelector("a");if(!i)a=d,a.hidden=!0;else if(!i.matches(
v)){let p=`${d.textContent} ${i.title} ${i.pathname}`.toLowerCase();if(d.hidden=!n.every(h=>p.includes(h)),u+=1,d.hidden)
continue;r+=1,a&&(a.hidden=!1)}}l.textContent=n.length?$phrase`${r} of ${u}`:""}window.callsheetNavigation=(e,s)=>_.set(
e,s);window.callsheet.navigation={filter:x,showAll:$};})();
