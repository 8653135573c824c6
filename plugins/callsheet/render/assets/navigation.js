/*! Made by `make javascript`: sources 7fdedb24936ce7ee, code 628dea6ef6731945 */
"use strict";(()=>{var{API_KEY:A,IN_PAGE:L,VALID:I,all:R,assetUrl:U,badge:B,breakable:N,codeText:P,copy:T,credentials:M,each:k,icon:z,languageOf:D,
load:w,loadStyle:F,make:c,onPage:O,openDialog:j,operationFile:G,placeholders:H,save:K,schemes:V,siteUrl:g,statusNote:Y,storedText:Z,
values:J}=window.callsheet;var v="a[data-callsheet-list]",y=".callsheet-filter",$=/(?<=\b(?=\w{18})\w*[a-z]{3})(?=[A-Z][a-z]{2})/,_=new Map;function E(e,s){
return s?[c("wbr"),e]:[e]}function C([e,s,a,o,,t]){let n=c("a",{class:"md-nav__link",href:new URL(e,g("")).href,title:o||
!1},c("span",{class:"md-ellipsis"},...s.split($).flatMap(E)));return t&&n.firstElementChild?.append(" ",c("small",{},t)),
a&&n.append(c("span",{class:`md-status md-status--${a}`})),c("li",{class:"md-nav__item"},n)}function q(e,s){let a=[[],[]];
return e.forEach((o,t)=>{let n=a[t>s?1:0],l=o[4];l&&l!==e[t-1]?.[4]&&n.push(c("li",{class:"md-nav__item callsheet-nav-he\
ading"},l)),t!==s&&n.push(C(o))}),a}async function b(e,s){let[a,o]=(e.dataset.callsheetList??"").split(" ");await w(`nav\
igation/${a}.js`);let t=e.closest("ul");if(!t)return;let[n,l]=q(_.get(a)??[],Number(o)),r=t.querySelector(":scope > .md-\
nav__item--active"),d=(s?e.parentElement:r)?.getBoundingClientRect().top??0,i=0;for(let f of[...t.children]){let m=f.querySelector(
"a"),S=m!==e&&m?.href===e.href;f===r?i=0:!S&&!f.matches(y)&&(m!==e&&(i+=1),f.remove())}r?.before(...n),t.append(...l);let p=[
...l.slice(i),...n].find(f=>f.firstElementChild),h=s?p:r;h&&t.closest(".md-sidebar__scrollwrap")?.scrollBy(0,h.getBoundingClientRect().
top-d),s&&p?.querySelector("a")?.focus({preventScroll:!0})}async function x(e,s,a){let o=e.parentElement,t=o.querySelector(
`:scope > li > ${v}`);t&&await b(t,!1).catch(()=>{});let n=s.toLowerCase().split(/\s+/).filter(Boolean),l=null,[r,u]=[0,
0];for(let d of o.querySelectorAll(`:scope > ${y} ~ li`)){let i=d.querySelector("a");if(!i)l=d,l.hidden=!0;else if(!i.matches(
v)){let p=`${d.textContent} ${i.title} ${i.pathname}`.toLowerCase();if(d.hidden=!n.every(h=>p.includes(h)),u+=1,d.hidden)
continue;r+=1,l&&(l.hidden=!1)}}a.textContent=n.length?$phrase`${r} of ${u}`:""}window.callsheetNavigation=(e,s)=>_.set(
e,s);window.callsheet.navigation={filter:x,showAll:b};})();
