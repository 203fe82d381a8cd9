//! What a centre has: which components its entry documents, and what the practices and activities below it add.
//!
//! In: checked entries. Out: centres that know their learning areas and components. Never: a mistake; an entry that lacks one is no worse.

use std::sync::Arc;

use super::order::each_once;
use crate::memo::{Identity, Memo, Query};
use crate::model::center::{Component, Mission};
use crate::model::practice::Evidence;
use crate::model::{Activity, BestPractice, Center};

/// A centre, and what it has with those below it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Completed {
    center: Identity<Center>,
    missions: Vec<Mission>,
    documented: Vec<Component>,
}

impl Query for Completed {
    type Answer = Arc<Center>;

    fn answer(self) -> Arc<Center> {
        let mut center = self.center.0;
        let it = Arc::make_mut(&mut center);
        it.missions = self.missions;
        it.documented = self.documented;
        center
    }
}

/// Fills in what centres have from the practices and activities below them.
pub(super) fn complete(
    centers: Vec<Arc<Center>>,
    practices: &[Arc<BestPractice>],
    activities: &[Arc<Activity>],
    memo: &Memo,
) -> Vec<Arc<Center>> {
    let mut missions: Vec<Vec<Mission>> = centers.iter().map(|it| it.missions.clone()).collect();
    let mut documented: Vec<_> = centers.iter().map(|it| it.documented.clone()).collect();
    for practice in practices {
        missions[practice.center.0].extend(&practice.missions);
        if practice.evidence.is_some_and(|it| it > Evidence::Told) {
            documented[practice.center.0].push(Component::BestKnowledge);
        }
    }
    for activity in activities {
        if !centers[activity.center.0].partners.is_empty() {
            documented[activity.center.0].push(Component::Participation);
        }
    }
    let entries = centers.into_iter().zip(missions).zip(documented);
    let completed = entries.map(|((center, missions), documented)| {
        let (missions, documented) = (each_once(missions), each_once(documented));
        if center.missions == missions && center.documented == documented {
            return center;
        }
        memo.get(Completed {
            center: Identity(center),
            missions,
            documented,
        })
    });
    completed.collect()
}

/// What an entry documents by itself.
pub(super) fn own_components(center: &Center) -> Vec<Component> {
    let components = Component::ALL.iter().copied();
    components.filter(|it| documents(center, *it)).collect()
}

/// Whether the entry alone documents a component: it does where all is there that the guideline's table names for it.
fn documents(center: &Center, component: Component) -> bool {
    match component {
        Component::Committee => center.committee.as_ref().is_some_and(|it| {
            it.advisers.count > 0 || it.steering.count > 0 || it.working.count > 0
        }),
        Component::RulesAndPlan => center.rules.is_some() && center.plan.is_some(),
        Component::Leaders => center
            .leaders
            .as_ref()
            .is_some_and(|it| !it.by_kind().is_empty() || it.networks.is_some()),
        Component::Place => {
            center.location.place.is_some() && (center.cover.is_some() || !center.photos.is_empty())
        }
        Component::ResourcePersons => center
            .resource_persons
            .iter()
            .any(|it| it.station.is_some()),
        Component::Knowledge => !center.knowledge.is_empty(),
        Component::ProvenTrainers => center.resource_persons.iter().any(|it| it.has_proof),
        Component::Courses => !center.courses.is_empty(),
        Component::Service => !center.service.is_empty(),
        Component::LearningStations => !center.learning_stations.is_empty(),
        Component::Publicity => !center.links.all().is_empty() && !center.partners.is_empty(),
        Component::BestKnowledge | Component::Participation => false, // known by practices and activities
    }
}
